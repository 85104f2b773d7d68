package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Places in {@code io.swiftcart.<service>.<feature>}. */
final class Rooms {
    private static final String ROOT = "io.swiftcart.";

    private Rooms() {}

    /** The service of a class, or empty outside SwiftCart. */
    static String serviceOf(JavaClass type) {
        return segment(type, 0);
    }

    /** {@code service.feature} of a class, or empty in a service's base package. */
    static String roomOf(JavaClass type) {
        String feature = segment(type, 1);
        return feature.isEmpty() ? "" : serviceOf(type) + "." + feature;
    }

    static boolean isDoor(JavaClass type) {
        return !roomOf(type).isEmpty()
                && (type.getSimpleName().endsWith("Resource")
                        || type.getSimpleName().endsWith("Listener"));
    }

    private static String segment(JavaClass type, int index) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(ROOT)) {
            return "";
        }
        List<String> segments = List.of(name.substring(ROOT.length()).split("\\."));
        return index < segments.size() ? segments.get(index) : "";
    }
}
