package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of our own for Dockerfiles. */
class ImagesTest {

    static List<Path> dockerfiles() {
        return List.of(
                Checkout.file("src/main/docker/Dockerfile.jvm"),
                Checkout.file("src/main/docker/Dockerfile.native"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void the_base_can_be_pinned_by_digest_and_is_never_the_latest(Path file) {
        List<String> lines = lines(file);

        assertThat(lines).anyMatch(line -> line.matches("ARG BASE=[^:]+:[^:]+"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line.startsWith("FROM ${BASE}"));
        assertThat(lines).noneMatch(line -> line.contains(":latest"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void the_process_is_an_account_that_owns_nothing(Path file) {
        List<String> lines = lines(file);

        assertThat(lines).contains("USER 10001:10001");
        assertThat(lines).noneMatch(line -> line.contains("--chown"));
        assertThat(lines.indexOf("USER 10001:10001")).isLessThan(lines.indexOf(entryPoint(lines)));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void signals_reach_the_process_itself(Path file) {
        assertThat(entryPoint(lines(file))).startsWith("ENTRYPOINT [\"");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void nothing_is_fetched_from_the_network_or_added_unpacked(Path file) {
        assertThat(lines(file))
                .noneMatch(line -> line.startsWith("ADD "))
                .noneMatch(line -> line.matches("RUN .*(curl|wget|apt-get|microdnf).*"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void what_the_cache_was_trained_with_is_what_runs(Path file) {
        String text = Checkout.text(file);
        if (!text.contains("AOTCacheOutput")) {
            return;
        }
        assertThat(text.split("-XX:\\+UseSerialGC", -1)).hasSize(3);
        assertThat(text).contains("-XX:AOTCacheOutput=app.aot", "-XX:AOTCache=app.aot");
    }

    private static String entryPoint(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("ENTRYPOINT")).findFirst().orElse("");
    }

    private static List<String> lines(Path file) {
        return Checkout.text(file).lines().toList();
    }
}
