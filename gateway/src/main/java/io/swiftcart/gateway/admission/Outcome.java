package io.swiftcart.gateway.admission;

/** What the end of a request says of how much its service has to do. */
public enum Outcome {
    /** It did what was asked; how long that took counts. */
    SERVED,
    /** It found a mistake of the caller: it can answer, but how long that took says nothing. */
    MISTAKEN,
    /** It has too much to do: it says so, or does not answer in time. */
    STRAINED,
    /** Nothing: it failed, or was not reached, or the caller has gone away before it was asked. */
    UNTOLD;

    private static final int MISTAKE = 400;
    private static final int FAILURE = 500;
    private static final int OVERLOADED = 503;

    /** Of an answer with such a status. */
    public static Outcome of(int status) {
        if (status < MISTAKE) {
            return SERVED;
        }
        if (status < FAILURE) {
            return MISTAKEN;
        }
        return status == OVERLOADED ? STRAINED : UNTOLD;
    }
}
