package io.swiftcart.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Wire;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReferencePagesComponentTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void the_document_is_served_for_programs() {
        Answer answer = Wire.ask("GET /openapi.json");

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
        assertTrue(answer.json().getString("openapi").startsWith("3.1"));
        assertTrue(answer.json().getJsonObject("paths").containsKey("/api/v1/orders"));
        assertFalse(answer.text().contains("/internal/"));
    }

    @Test
    void who_has_the_document_is_not_sent_it_again() {
        String tag = Wire.ask("GET /openapi.json").header("ETag");

        assertEquals(304, Wire.ask("GET /openapi.json", "If-None-Match: " + tag).status());
    }

    @Test
    void the_page_and_all_it_needs_come_from_here() {
        String page = Wire.ask("GET /docs").text();

        List<String> links = LINK.matcher(page).results().map(found -> found.group(1)).toList();
        assertTrue(links.size() >= 5, links.toString());
        for (String link : links) {
            assertTrue(link.startsWith("/"), link);
            assertEquals(200, Wire.ask("GET " + link).status(), link);
        }
    }

    @Test
    void the_page_may_run_and_ask_nothing_that_comes_from_elsewhere() {
        Answer page = Wire.ask("GET /docs");

        String policy = page.header("Content-Security-Policy");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"));
        assertFalse(policy.contains("http") || policy.contains("unsafe-eval"), policy);
        Matcher inline = Pattern.compile("<script>|<style| on[a-z]+=").matcher(page.text());
        assertFalse(inline.find(), page::text);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html;charset=UTF-8",
        "/docs/start.js, text/javascript;charset=UTF-8",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=UTF-8",
        "/docs/swagger-ui.css, text/css;charset=UTF-8",
    })
    void each_file_says_what_it_is(String path, String type) {
        assertEquals(type, Wire.ask("GET " + path).header("Content-Type"));
    }

    @Test
    void nothing_else_of_the_page_is_served() {
        assertEquals("not-found", Wire.ask("GET /docs/index.html").problem());
        assertEquals("not-found", Wire.ask("GET /webjars/swagger-ui/index.html").problem());
    }
}
