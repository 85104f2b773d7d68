package io.swiftcart.gateway.routing;

/**
 * Counts the bytes of one body while it streams past. Used by the event loop of its request alone.
 */
final class BodyLimit {
    private final long bytesMax;
    private long bytes;

    BodyLimit(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    boolean exceededWith(int more) {
        bytes += more;
        return isExceededAlready();
    }

    boolean isExceededAlready() {
        return bytes > bytesMax;
    }

    void unlessExceeded(Runnable action) {
        if (!isExceededAlready()) {
            action.run();
        }
    }
}
