package io.swiftcart.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where two JSON documents differ in meaning, one line each, by JSON pointer. Order counts only
 * where it means something.
 */
final class JsonDifference {
    private static final Set<String> UNORDERED = Set.of("required", "tags", "enum");

    private final List<String> lines = new ArrayList<>();

    private JsonDifference() {}

    static List<String> between(JsonNode agreed, JsonNode served) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", "", agreed, served);
        return difference.lines;
    }

    private void compare(
            String pointer, String member, @Nullable JsonNode agreed, @Nullable JsonNode served) {
        if (agreed == null || served == null) {
            lines.add(
                    agreed == null
                            ? "+ " + pointer + " is served, not agreed"
                            : "- " + pointer + " is not served");
        } else if (agreed.isObject() && served.isObject()) {
            members(agreed, served)
                    .forEach(
                            name ->
                                    compare(
                                            pointer
                                                    + "/"
                                                    + name.replace("~", "~0").replace("/", "~1"),
                                            name,
                                            agreed.get(name),
                                            served.get(name)));
        } else if (agreed.isArray() && served.isArray()) {
            compareElements(pointer, member, agreed, served);
        } else if (!agreed.equals(served)) {
            lines.add("! " + pointer + " is agreed as " + agreed + ", served as " + served);
        }
    }

    private void compareElements(String pointer, String member, JsonNode agreed, JsonNode served) {
        List<JsonNode> left = elements(agreed, member);
        List<JsonNode> right = elements(served, member);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            compare(
                    pointer + "/" + i,
                    "",
                    i < left.size() ? left.get(i) : null,
                    i < right.size() ? right.get(i) : null);
        }
    }

    private static List<JsonNode> elements(JsonNode array, String member) {
        List<JsonNode> elements = StreamSupport.stream(array.spliterator(), false).toList();
        return UNORDERED.contains(member)
                ? elements.stream()
                        .sorted((a, b) -> Objects.toString(a).compareTo(Objects.toString(b)))
                        .toList()
                : elements;
    }

    private static Set<String> members(JsonNode agreed, JsonNode served) {
        Set<String> names = new TreeSet<>();
        agreed.fieldNames().forEachRemaining(names::add);
        served.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
