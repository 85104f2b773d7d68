package io.swiftcart.platform.json;

/**
 * The body of a command that takes none: absent or {@code {}}. Whoever sends a member means
 * something by it (a part of the sum to capture, say), and is refused as with any unknown member;
 * ignoring it would do something else than they asked for.
 */
public record NoMembers() {}
