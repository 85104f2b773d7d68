package io.swiftcart.gateway.problems;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of all problem codes; the application does not start without it. */
@Singleton
class KnownProblems {
    private static final String LIST = "contracts/problems/problems.json";

    private final Map<String, KnownProblem> byCode;

    KnownProblems(ObjectMapper json) throws IOException {
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        try (InputStream list = resources.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IOException(LIST + " is not on the class path");
            }
            byCode =
                    json.readValue(list, new TypeReference<List<KnownProblem>>() {}).stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            KnownProblem::code, Function.identity()));
        }
    }

    Optional<KnownProblem> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
