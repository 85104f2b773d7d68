package io.swiftcart.stack.process;

import java.io.IOException;

/**
 * One process of the stack: how it starts and how one knows that it is ready. May be started again
 * and again.
 */
public interface Part {

    /** The name in logs, in {@code run.json} and in the process table. */
    String name();

    /** Where it answers, as a URL or {@code host:port}. */
    String address();

    /**
     * Prepares what the process needs on disk and says how to start it. Called before each start.
     */
    Launch launch() throws IOException;

    /**
     * True once it answers. Asked every few milliseconds while it starts; must not throw nor block
     * for long.
     */
    boolean ready();

    /** Done once it answers and before anybody uses it, after each start. */
    default void prepare() {}

    /** One sentence for the user on why it ended while starting. */
    default String trouble(String lastWords) {
        return name() + " ended while starting: " + lastWords;
    }
}
