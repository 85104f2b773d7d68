package io.swiftcart.gateway.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.platform.problem.CommonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the list to the sources of all services: their classes are not on this class path. */
class KnownProblemsContractTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "[A-Z][A-Z_]+\\(\\s*\"([a-z0-9-]+)\",\\s*(\\d{3}),\\s*\"([^\"]+)\""
                            + "(?:,\\s*(true|false))?\\s*\\)");

    private record Declared(String code, int status, String title, String retryable) {}

    private final List<KnownProblem> list;
    private final Map<String, List<Declared>> declared;

    KnownProblemsContractTest() throws IOException {
        list =
                Arrays.asList(
                        new ObjectMapper()
                                .readValue(
                                        ROOT.resolve("contracts/problems/problems.json").toFile(),
                                        KnownProblem[].class));
        try (Stream<Path> sources = Files.walk(ROOT)) {
            declared =
                    sources.filter(KnownProblemsContractTest::isProduction)
                            .map(KnownProblemsContractTest::read)
                            .filter(source -> source.contains("implements ProblemCode"))
                            .flatMap(source -> constants(source).stream())
                            .collect(
                                    Collectors.groupingBy(
                                            Declared::code, TreeMap::new, Collectors.toList()));
        }
    }

    @Test
    void every_code_of_every_service_is_listed_and_nothing_else() {
        Set<String> listed =
                list.stream().map(KnownProblem::code).collect(Collectors.toUnmodifiableSet());

        assertEquals(declared.keySet(), Set.copyOf(listed));
        assertEquals(list.size(), listed.size(), "a code is listed twice");
    }

    @Test
    void the_list_says_what_the_services_answer() {
        for (KnownProblem problem : list) {
            List<Declared> services = declared.get(problem.code());

            services.forEach(
                    service -> assertEquals(problem.status(), service.status(), problem.code()));
            assertTrue(
                    services.stream().allMatch(service -> service.title().equals(problem.title())),
                    problem.code() + " has another title");
            assertTrue(
                    services.stream()
                            .map(Declared::retryable)
                            .allMatch(
                                    said ->
                                            said == null
                                                    || said.equals(
                                                            String.valueOf(problem.retryable()))),
                    problem.code() + " is retryable or not otherwise than listed");
        }
    }

    @Test
    void what_every_service_can_answer_is_listed_as_retryable_when_it_is() {
        for (CommonProblem common : CommonProblem.values()) {
            KnownProblem listed =
                    list.stream()
                            .filter(problem -> problem.code().equals(common.code()))
                            .findFirst()
                            .orElseThrow();

            assertEquals(common.retryable(), listed.retryable(), common.code());
        }
    }

    @Test
    void every_problem_is_explained_in_sentences() {
        for (KnownProblem problem : list) {
            for (String text : List.of(problem.title(), problem.meaning(), problem.remedy())) {
                assertTrue(text.endsWith(".") && text.length() > 15, problem.code() + ": " + text);
                assertFalse(text.contains("Exception"), text);
            }
        }
    }

    @Test
    void the_list_is_in_the_order_of_status() {
        List<Integer> statuses = list.stream().map(KnownProblem::status).toList();

        assertEquals(statuses.stream().sorted().toList(), statuses);
    }

    private static boolean isProduction(Path file) {
        String path = file.toString();
        return path.contains("/src/main/java/") && path.endsWith("Problem.java");
    }

    private static List<Declared> constants(String source) {
        List<Declared> found = new ArrayList<>();
        Matcher constant = CONSTANT.matcher(source.replaceAll("\"\\s*\\+\\s*\"", ""));
        while (constant.find()) {
            found.add(
                    new Declared(
                            constant.group(1),
                            Integer.parseInt(constant.group(2)),
                            constant.group(3),
                            constant.group(4)));
        }
        assertFalse(found.isEmpty(), "an enum of problems without any: " + source);
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
