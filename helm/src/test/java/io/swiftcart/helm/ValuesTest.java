package io.swiftcart.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swiftcart.stack.services.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of the values: what it takes, and what it refuses. */
class ValuesTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7)
                    .getSchema(Chart.yaml(Chart.HOME.resolve("values.schema.json")));

    @ParameterizedTest
    @EnumSource(Service.class)
    void the_values_of_a_service_keep_to_the_schema(Service service) {
        ObjectNode all = defaults();
        JsonNode own = Chart.yaml(Chart.HOME.resolve("services/" + service.id() + ".yaml"));
        all.set("services", JsonNodeFactory.instance.objectNode().set(service.id(), own));

        assertThat(SCHEMA.validate(all)).isEmpty();
    }

    @Test
    void a_word_that_the_chart_does_not_know_is_refused() {
        assertThat(SCHEMA.validate(defaults().put("replica", 3))).isNotEmpty();
    }

    @Test
    void a_secret_is_no_plain_setting() {
        ObjectNode all = defaults();
        ((ObjectNode) all.at("/service/env")).put("QUARKUS_REDIS_PASSWORD", "x");

        assertThat(SCHEMA.validate(all)).isNotEmpty();
    }

    @Test
    void a_service_that_does_not_exist_is_refused_by_its_name() {
        assertThatThrownBy(
                        () ->
                                Chart.helm()
                                        .template()
                                        .withName(Chart.RELEASE)
                                        .withKubeVersion("1.33.0")
                                        .set("services.ordre.replicas", 3)
                                        .call())
                .hasMessageContaining("services.ordre: there is no service of that name");
    }

    private static ObjectNode defaults() {
        return (ObjectNode) Chart.yaml(Path.of(Chart.HOME + "/values.yaml"));
    }
}
