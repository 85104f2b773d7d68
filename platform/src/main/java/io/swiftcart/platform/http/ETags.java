package io.swiftcart.platform.http;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags made of a resource's version. */
public final class ETags {
    private ETags() {}

    /** The tag of a version, quoted as RFC 9110 wants it. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that {@code If-Match} names. Missing: problem 428. A tag that was never ours (or
     * {@code *}, which would defeat the check): problem 412.
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "Send the ETag of what you read in If-Match.");
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw stale();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** Whether {@code If-None-Match} names this version, so that 304 is the answer. */
    public static boolean matches(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null) {
            return false;
        }
        String current = of(version);
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }

    /** The problem for a change that was based on an older version. */
    public static Problem stale() {
        return new Problem(
                CommonProblem.PRECONDITION_FAILED,
                "Read it again and repeat the change on what you find.");
    }
}
