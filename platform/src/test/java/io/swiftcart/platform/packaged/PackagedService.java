package io.swiftcart.platform.packaged;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * A service that runs in a process of its own, asked from outside alone. A class that implements it
 * is a {@code @QuarkusIntegrationTest} on the parts of its module.
 */
public interface PackagedService {
    Duration SOON = Duration.ofSeconds(30);

    /** Its name, as in {@code quarkus.application.name}. */
    String service();

    @Test
    default void it_is_started_alive_and_ready() {
        for (String kind : List.of("started", "live", "ready")) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    management("health/" + kind)
                                            .then()
                                            .statusCode(200)
                                            .body("status", equalTo("UP")));
        }
    }

    @Test
    default void its_requests_are_measured() {
        given().get("/nothing").then().statusCode(404);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                management("metrics")
                                        .then()
                                        .statusCode(200)
                                        .body(containsString("http_server_requests_seconds_count"))
                                        .body(containsString("jvm_threads_live_threads")));
    }

    @Test
    default void its_document_tells_what_it_serves() {
        management("openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("SwiftCart " + service()))
                .body("paths", notNullValue());
    }

    @Test
    default void what_is_not_there_is_a_problem() {
        given().header("X-Correlation-ID", "packaged-" + service())
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"))
                .header("X-Correlation-ID", equalTo("packaged-" + service()))
                .body("code", equalTo("not-found"))
                .body("correlationId", equalTo("packaged-" + service()));
    }

    @Test
    default void a_forged_token_is_refused() {
        given().auth()
                .oauth2("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYWxsb3J5In0.Zm9yZ2Vk")
                .get("/nothing")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    /** What a path of its management port answers. */
    static Response management(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return given().port(port).get("/q/" + path);
    }
}
