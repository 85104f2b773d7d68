package io.swiftcart.gateway.routing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One public address and the service behind it.
 *
 * @param template path with {@code {name}} for one segment, used in logs in place of ids
 * @param methods what the address knows
 */
record Route(String template, Pattern path, List<String> methods, String service) {
    private static final String ROOT = "/api/v1";

    static Route to(String service, String template, String... methods) {
        return at(service, ROOT + template, methods);
    }

    /** As {@link #to}, beside the API. */
    static Route at(String service, String template, String... methods) {
        String pattern =
                Arrays.stream(template.split("/"))
                        .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                        .collect(Collectors.joining("/"));
        return new Route(template, Pattern.compile(pattern + "/?"), List.of(methods), service);
    }

    boolean leadsTo(String address) {
        return path.matcher(address).matches();
    }
}
