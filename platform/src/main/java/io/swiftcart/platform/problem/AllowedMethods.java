package io.swiftcart.platform.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * Which methods an address knows. The framework answers 405 without the {@code Allow} that RFC 9110
 * asks for.
 */
@Singleton
class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]+?}");

    /**
     * The value of {@code Allow} for a path, methods in alphabetical order; empty when no resource
     * has it.
     */
    String of(String path) {
        Map<String, TreeSet<String>> methods = new HashMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String template, RuntimeResource resource) {
                        methods.computeIfAbsent(template, _ -> new TreeSet<>()).add(method);
                    }
                });
        TreeSet<String> allowed = new TreeSet<>();
        methods.forEach(
                (template, known) -> {
                    if (path.matches(expression(template))) {
                        allowed.addAll(known);
                    }
                });
        return String.join(", ", allowed);
    }

    private static String expression(String template) {
        StringBuilder expression = new StringBuilder();
        int from = 0;
        for (var parameters = PARAMETER.matcher(template);
                parameters.find();
                from = parameters.end()) {
            expression
                    .append(Pattern.quote(template.substring(from, parameters.start())))
                    .append("[^/]+");
        }
        return expression.append(Pattern.quote(template.substring(from))).append("/?").toString();
    }
}
