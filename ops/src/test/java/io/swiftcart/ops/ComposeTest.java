package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.swiftcart.stack.services.Service;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compose example knows every service, and has no secret of its own. */
class ComposeTest {

    private static final String COMPOSE = Checkout.text(Checkout.file("ops/compose/compose.yaml"));
    private static final Pattern NEEDED = Pattern.compile("\\$\\{([A-Z_]+):\\?}");

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_service_is_there(Service service) {
        assertThat(COMPOSE)
                .contains("/" + service.id() + ":${TAG")
                .contains("\n  " + service.id() + ":\n    <<: *service\n");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void prometheus_looks_at_every_service(Service service) {
        assertThat(Checkout.text(Checkout.file("ops/prometheus/prometheus.yml")))
                .contains("\"" + service.id() + ":9000\"");
    }

    @Test
    void every_database_has_a_role_of_its_own() {
        String script = Checkout.text(Checkout.file("ops/compose/postgres/10-databases.sh"));

        assertThat(Service.databases())
                .allSatisfy(database -> assertThat(script).contains("\nown " + database + " "));
    }

    @Test
    void what_must_be_given_is_listed_and_has_no_value() {
        Set<String> needed =
                NEEDED.matcher(COMPOSE)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> empty =
                Checkout.text(Checkout.file("ops/compose/.env.example"))
                        .lines()
                        .filter(line -> line.endsWith("="))
                        .map(line -> line.substring(0, line.length() - 1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(empty).isEqualTo(needed);
    }

    @Test
    void images_have_a_version() {
        assertThat(COMPOSE.lines().filter(line -> line.strip().startsWith("image:")))
                .allMatch(line -> line.matches(".+:[^:/]+$|.+:\\$\\{TAG:-[0-9.]+}$"))
                .noneMatch(line -> line.endsWith(":latest"));
    }

    @Test
    void logs_end_after_a_while() {
        assertThat(Checkout.text(Checkout.file("ops/compose/loki/config.yaml")))
                .contains("retention_period:", "retention_enabled: true");
    }

    @Test
    void yaml_is_well_formed() {
        Tool.YAMLLINT.passes(
                Checkout.ROOT,
                List.of("-c", ".yamllint.yaml", "ops", "helm/swiftcart", ".github/workflows"));
    }

    @Test
    void scripts_pass_the_linter() {
        Tool.SHELLCHECK.passes(
                Checkout.ROOT,
                Stream.of("ops/compose/topics.sh", "ops/compose/postgres/10-databases.sh")
                        .toList());
    }
}
