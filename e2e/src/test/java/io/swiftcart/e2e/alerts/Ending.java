package io.swiftcart.e2e.alerts;

/** How a trouble ends that was begun. */
@FunctionalInterface
interface Ending {
    void end() throws Exception;

    /** Both, and the other one last whatever happens. */
    default Ending andThen(Ending other) {
        return () -> {
            try {
                end();
            } finally {
                other.end();
            }
        };
    }
}
