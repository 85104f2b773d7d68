package io.swiftcart.platform.correlation;

import java.util.regex.Pattern;

/** An address without what names one thing, so that many requests have one name. */
public final class RouteName {
    /** No route has a long segment, or one with a digit but for the version. */
    private static final Pattern ID = Pattern.compile("/(?!v[0-9]/)(?=[^/]*[0-9]|[^/]{24})[^/]+");

    private RouteName() {}

    /** {@code /api/v1/orders/0192…/cancel} gives {@code /api/v1/orders/{id}/cancel}. */
    public static String of(String path) {
        return ID.matcher(path).replaceAll("/{id}");
    }
}
