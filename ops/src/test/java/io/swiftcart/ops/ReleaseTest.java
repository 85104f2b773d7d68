package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.services.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Infrastructure and releases. */
class ReleaseTest {

    private static final JsonNode RELEASE =
            Checkout.yaml(Checkout.file(".github/workflows/release.yaml"));

    @Test
    void terraform_is_formatted() {
        Tool.TERRAFORM.passes(
                Checkout.ROOT, List.of("fmt", "-check", "-diff", "-recursive", "ops/terraform"));
    }

    @Test
    void a_release_builds_an_image_of_every_service_in_both_modes() {
        JsonNode matrix = RELEASE.at("/jobs/image/strategy/matrix");

        assertThat(texts(matrix.path("service")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Service.values()).map(Service::id).toList());
        assertThat(texts(matrix.path("mode"))).containsExactlyInAnyOrder("jvm", "native");
    }

    @Test
    void an_image_is_listed_scanned_and_signed_before_it_is_anybodys_canary() {
        String steps = RELEASE.at("/jobs/image/steps").toString();

        assertThat(steps).contains("sbom-action", "scan-action", "cosign sign");
        assertThat(RELEASE.at("/jobs/canary/needs").asText()).isEqualTo("image");
    }

    @Test
    void argo_renders_the_chart_of_this_checkout() {
        for (String environment : List.of("stage", "prod")) {
            JsonNode source =
                    Checkout.yaml(Checkout.file("ops/argocd/" + environment + ".yaml"))
                            .at("/spec/source");
            String chart = source.path("path").asText();

            assertThat(Checkout.file(chart).resolve("Chart.yaml")).exists();
            assertThat(texts(source.at("/helm/valueFiles")))
                    .allSatisfy(
                            values -> assertThat(Checkout.file(chart).resolve(values)).exists());
        }
    }

    private static List<String> texts(JsonNode array) {
        return Checkout.stream(array).map(JsonNode::asText).toList();
    }
}
