package io.swiftcart.order.neighbours;

/**
 * A neighbour answered with nothing that the saga can use, such as a 500: the outcome is not known.
 */
class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer(String neighbour, int status) {
        super(neighbour + " answered " + status, null, false, false);
    }

    NoAnswer(String neighbour, int status, String code) {
        super(neighbour + " answered " + status + " " + code, null, false, false);
    }
}
