package io.swiftcart.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadBodyComponentTest {
    private static final String EVERYTHING =
            """
            {"name": "a \\uD83D\\uDE00", "qty": 1, "big": 9223372036854775807, "flag": true,
             "kind": "ROUND", "id": "0192f0c1-0000-7000-8000-000000000000", "currency": "USD",
             "tags": ["b"], "labels": {"c": "d"}, "parts": [{"size": 1}]}""";

    @Test
    void a_request_that_keeps_the_rules_passes() {
        post(EVERYTHING).then().statusCode(200).body("name", equalTo("a \uD83D\uDE00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name     | ""                          | /name
                    name     | " "                         | /name
                    name     | "123456789012345678901"     | /name
                    name     | null                        | /name
                    name     | 5                           | /name
                    name     | 5.5                         | /name
                    name     | true                        | /name
                    name     | {}                          | /name
                    name     | "a\\u0000b"                 | /name
                    name     | "a\\ud800b"                 | /name
                    qty      | 0                           | /qty
                    qty      | null                        | /qty
                    qty      | "1"                         | /qty
                    qty      | ""                          | /qty
                    qty      | 1.5                         | /qty
                    qty      | 1.0                         | /qty
                    qty      | 2147483648                  | /qty
                    big      | 9223372036854775808         | /big
                    big      | "1"                         | /big
                    flag     | "true"                      | /flag
                    flag     | 1                           | /flag
                    kind     | "OVAL"                      | /kind
                    kind     | 0                           | /kind
                    kind     | ""                          | /kind
                    id       | "x"                         | /id
                    id       | ""                          | /id
                    currency | "ZZZ"                       | /currency
                    currency | ""                          | /currency
                    tags     | "b"                         | /tags
                    tags     | ["b", ""]                   | /tags/1
                    tags     | ["b", "\\u0000"]            | /tags/1
                    labels   | {"a/b~c": ""}               | /labels/a~1b~0c
                    labels   | {"a\\u0000": "b"}           | /labels/***
                    parts    | [{"size": 0}]               | /parts/0/size
                    parts    | [{"size": 1, "x": 1}]      | /parts/0/x
                    colour   | 1                           | /colour
                    """)
    void a_member_that_is_wrong_is_pointed_at(String member, String value, String pointer) {
        String body = "{\"name\": \"a\", \"qty\": 1, \"%s\": %s}".formatted(member, value);
        String once =
                member.equals("name") || member.equals("qty")
                        ? body.replaceFirst("\"" + member + "\": (\"a\"|1), ", "")
                        : body;

        var refusal = Refusal.of(post(once), 400, "validation-failed");

        if (!pointer.contains("***")) {
            refusal.body("errors.pointer", hasItem(pointer));
        }
        refusal.body("errors.detail", not(hasItem(""))).body("retryable", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"name\": \"a\", \"qty\": 1} x",
                "{\"name\": \"a\", \"qty\": 1}{}",
                "{\"name\": \"a\", \"qty\": 1, \"qty\": 2}",
                "{'name': 'a'}",
                "{\"name\": \"a\", \"qty\": 01}",
                "{\"name\": \"a\", \"qty\": NaN}"
            })
    void a_body_that_is_no_json_is_malformed(String body) {
        post(body).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "5", "true"})
    void json_of_another_shape_is_refused(String body) {
        post(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void bytes_that_are_no_utf_8_are_malformed() {
        byte[] body = "{\"name\": \"a?\", \"qty\": 1}".getBytes(StandardCharsets.US_ASCII);
        body[11] = (byte) 0xff;

        Refusal.of(json().body(body).post("/things"), 400, "malformed-request");
    }

    @Test
    void all_findings_are_told_at_once() {
        Refusal.of(post("{\"name\": \"\", \"qty\": 0}"), 400, "validation-failed")
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/qty"))
                .body("instance", equalTo("/things"));
    }

    @Test
    void another_media_type_is_415() {
        Refusal.of(
                given().contentType(ContentType.TEXT).body("x").post("/things"),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_that_does_not_say_what_it_is_is_415() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/things"))
                        .POST(HttpRequest.BodyPublishers.ofString(EVERYTHING))
                        .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(415, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("unsupported-media-type"), answer::body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "foo/", "application/json, application/json"})
    void a_type_that_is_none_does_not_matter_where_there_is_no_body(String type) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/things/hops"))
                        .header("Content-Type", type)
                        .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
        }
    }

    @Test
    void a_body_is_read_up_to_one_mebibyte() {
        Refusal.of(post(bodyOf(1024 * 1024)), 400, "validation-failed");
        Refusal.of(post(bodyOf(1024 * 1024 + 1)), 413, "payload-too-large");
    }

    @Test
    void a_body_that_does_not_tell_its_size_is_limited_too() {
        byte[] body = bodyOf(1024 * 1024 + 1).getBytes(StandardCharsets.US_ASCII);

        Refusal.of(
                json().body(new ByteArrayInputStream(body)).post("/things"),
                413,
                "payload-too-large");
    }

    private static String bodyOf(int bytes) {
        return "{\"name\": \"" + "x".repeat(bytes - 22) + "\", \"qty\": 1}";
    }

    private static Response post(String body) {
        return json().body(body.getBytes(StandardCharsets.UTF_8)).post("/things");
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }
}
