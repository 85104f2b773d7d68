package io.swiftcart.gateway.admission;

/** What the end of a request says of how much its service has to do. */
public enum Outcome {
    /** It did what was asked. */
    SERVED,
    /** It has too much to do: it says so, or does not answer at all. */
    STRAINED,
    /** Nothing: a mistake of the caller, who may also have gone away; or nobody was reached. */
    UNTOLD;

    private static final int OVERLOADED = 503;

    /** Of an answer with such a status. */
    public static Outcome of(int status) {
        if (status == OVERLOADED) {
            return STRAINED;
        }
        return status < 400 ? SERVED : UNTOLD;
    }
}
