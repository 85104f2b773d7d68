package io.swiftcart.platform.page;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The place where the next page begins: sort key and id of the last item, opaque to callers. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** Packs the parts in order; none may contain the unit separator. */
    public static String encode(Object... parts) {
        String joined =
                Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Unpacks a cursor of exactly {@code parts} parts; an empty list when there is none. A problem
     * with status 400 when it was not made by {@link #encode}; what a part means is checked by the
     * caller with {@link #malformed()}.
     */
    public static List<String> decode(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return List.of();
        }
        try {
            String joined =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                            .toString();
            List<String> found = List.of(joined.split(SEPARATOR, -1));
            if (found.size() == parts && joined.indexOf('\0') < 0) {
                return found;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // answered below
        }
        throw malformed();
    }

    /** The problem for a cursor that this list did not hand out. */
    public static Problem malformed() {
        return new Problem(
                CommonProblem.MALFORMED_REQUEST, "cursor is not one that this list handed out.");
    }
}
