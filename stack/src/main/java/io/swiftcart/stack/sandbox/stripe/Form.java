package io.swiftcart.stack.sandbox.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Form or query parameters in Stripe's notation, e.g. {@code metadata[orderId]=…}. The last of
 * equal names wins.
 */
public final class Form {

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** Parses {@code a=b&c=d}; null and empty are the form without parameters. */
    public static Form parse(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(decode(name), decode(value));
            }
        }
        return new Form(values);
    }

    /**
     * Refuses parameters other than these; {@code name[]} and {@code name[key]} count as {@code
     * name}.
     */
    public void refuseOthersThan(String... known) {
        Set<String> allowed = Set.of(known);
        for (String name : values.keySet()) {
            int bracket = name.indexOf('[');
            if (!allowed.contains(bracket < 0 ? name : name.substring(0, bracket))) {
                throw StripeError.parameter(
                        "parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    /** The value, or nothing if the parameter is absent or empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public String required(String name) {
        return text(name)
                .orElseThrow(
                        () ->
                                StripeError.parameter(
                                        "parameter_missing",
                                        name,
                                        "Missing required param: " + name + "."));
    }

    public boolean flag(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw StripeError.parameter(null, name, "Invalid boolean: " + name);
        };
    }

    /** A whole number from 1 to {@code max}. */
    public Optional<Long> positive(String name, long max) {
        return text(name).map(value -> positive(name, value, max));
    }

    /** {@code metadata[key]=value} as key and value. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    if (name.startsWith("metadata[") && name.endsWith("]")) {
                        metadata.put(
                                name.substring("metadata[".length(), name.length() - 1), value);
                    }
                });
        return metadata;
    }

    /** The parameters in one fixed order: equal requests have equal fingerprints. */
    public String fingerprint() {
        return new TreeMap<>(values).toString();
    }

    private static long positive(String name, String value, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below, as a number out of range is.
        }
        throw StripeError.parameter("parameter_invalid_integer", name, "Invalid integer: " + value);
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw StripeError.parameter(null, "body", "The request is not form encoded.");
        }
    }
}
