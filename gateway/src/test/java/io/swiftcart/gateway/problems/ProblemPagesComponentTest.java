package io.swiftcart.gateway.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Wire;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemPagesComponentTest {

    @Inject
    @Location("problem.html")
    Template page;

    @Test
    void a_code_has_a_page_that_says_what_it_means_and_what_to_do() {
        Answer answer = Wire.ask("GET /problems/payment-unavailable");

        assertEquals(200, answer.status());
        assertEquals("text/html;charset=UTF-8", answer.header("Content-Type"));
        assertTrue(answer.text().startsWith("<!DOCTYPE html>"));
        for (String part :
                new String[] {
                    "<title>payment-unavailable – SwiftCart</title>",
                    "<h1>Payments cannot be taken at the moment.</h1>",
                    "<code>payment-unavailable</code>",
                    "<dd>503</dd>",
                    "<dd>Yes</dd>",
                    "Retry-After",
                }) {
            assertTrue(answer.text().contains(part), part);
        }
        assertTrue(Wire.ask("GET /problems/not-found").text().contains("<dd>No</dd>"));
    }

    @Test
    void the_type_of_a_problem_leads_to_its_page() {
        String type = Wire.ask("GET /nothing").json().getString("type");

        assertEquals("/problems/not-found", type);
        assertEquals(200, Wire.ask("GET " + type).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "Not-Found",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "not-found%00",
                "..%2fproblems.json",
                "%7Bproblem.code%7D",
            })
    void an_unknown_code_is_a_problem_itself_and_is_not_repeated(String code) {
        Answer answer = Wire.ask("GET /problems/" + code);

        assertEquals(404, answer.status());
        assertEquals("not-found", answer.problem());
        assertFalse(answer.text().contains("<"), answer.text());
    }

    @Test
    void text_is_never_taken_for_markup() {
        String text = "<b>\"&'</b>{problem}";

        String rendered =
                page.data("problem", new KnownProblem(text, 400, text, text, text, true)).render();

        assertFalse(rendered.contains("<b>"));
        assertTrue(rendered.contains("&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;{problem}"), rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/", "/problems/not-found/more"})
    void there_is_nothing_beside_the_pages(String path) {
        assertEquals("not-found", Wire.ask("GET " + path).problem());
    }

    @Test
    void pages_are_only_read() {
        Answer answer = Wire.ask("DELETE /problems/not-found");

        assertEquals("method-not-allowed", answer.problem());
        assertTrue(answer.header("Allow").contains("GET"));
    }
}
