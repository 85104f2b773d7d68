package io.swiftcart.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClearTextComponentTest {
    @TestHTTPResource("/nowhere")
    URI address;

    @Test
    void a_client_that_offers_http_2_in_clear_text_is_answered_in_http_1_1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals(404, answer.statusCode());
        }
    }
}
