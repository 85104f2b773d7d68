package io.swiftcart.platform.operations;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Shows bytes that may be anything: a dead letter is often dead because of them. */
final class Readable {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Readable() {}

    static Object jsonOrText(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return json.isMissingNode() ? text(bytes) : json;
        } catch (IOException _) {
            return text(bytes);
        }
    }

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
