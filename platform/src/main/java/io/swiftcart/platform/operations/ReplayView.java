package io.swiftcart.platform.operations;

/**
 * What a replay came to.
 *
 * @param replayed fewer than matched after a dry run, or when time ran out: ask again
 */
record ReplayView(long matched, long replayed, boolean dryRun) {}
