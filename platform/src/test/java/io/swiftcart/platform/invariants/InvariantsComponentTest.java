package io.swiftcart.platform.invariants;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.stack.testing.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvariantsComponentTest {
    private static final String PAGE = "/internal/admin/invariants";

    @Inject Rules rules;
    @Inject EvaluateInvariants evaluateInvariants;
    @Inject MeterRegistry meters;

    /** What the two rules of the number X2, and the one of X1, find. */
    @ApplicationScoped
    static class Rules {
        private static final String LATELY = "lately ";

        private final Map<String, Optional<Finding>> found = new ConcurrentHashMap<>();

        /** What it finds where it looks only at what has changed lately. */
        void findsLately(String name, Finding finding) {
            found.put(LATELY + name, Optional.of(finding));
        }

        /** Null: the rule cannot be looked at. */
        void finds(String name, @Nullable Finding finding) {
            found.put(name, Optional.ofNullable(finding));
        }

        void forget() {
            found.clear();
        }

        @Produces
        @ApplicationScoped
        Invariant one() {
            return rule("X1", "one");
        }

        @Produces
        @ApplicationScoped
        Invariant two() {
            return rule("X2", "two");
        }

        @Produces
        @ApplicationScoped
        Invariant three() {
            return rule("X2", "three");
        }

        private static Problem away() {
            return new Problem(CommonProblem.SERVICE_UNAVAILABLE, "The neighbour is away.");
        }

        private Invariant rule(String id, String name) {
            return new Invariant() {
                @Override
                public String id() {
                    return id;
                }

                @Override
                public Uni<Finding> check() {
                    return Uni.createFrom()
                            .item(found.getOrDefault(name, Optional.of(new Finding(1, List.of()))))
                            .map(there -> there.orElseThrow(Rules::away));
                }

                @Override
                public Uni<Finding> checkLately() {
                    Optional<Finding> lately = found.get(LATELY + name);
                    return lately == null ? check() : Uni.createFrom().optional(lately);
                }
            };
        }
    }

    @BeforeEach
    void forgetRules() {
        rules.forget();
        evaluateInvariants.now().await().indefinitely();
    }

    @Test
    void the_report_adds_up_the_rules_of_one_id() {
        rules.finds("one", new Finding(7, List.of()));
        rules.finds("two", new Finding(3, List.of("SKU-1 is oversold")));
        rules.finds("three", new Finding(4, List.of("SKU-2 is oversold")));

        given().auth()
                .oauth2(Tokens.of("admin"))
                .get(PAGE)
                .then()
                .statusCode(200)
                .body("invariants", hasSize(4))
                .body("invariants[0].id", equalTo("I13"))
                .body("invariants[1].id", equalTo("I8"))
                .body("invariants[2].id", equalTo("X1"))
                .body("invariants[2].holds", equalTo(true))
                .body("invariants[2].figure", equalTo(7))
                .body("invariants[2].violations", hasSize(0))
                .body("invariants[3].id", equalTo("X2"))
                .body("invariants[3].holds", equalTo(false))
                .body("invariants[3].figure", equalTo(7))
                .body(
                        "invariants[3].violations",
                        containsInAnyOrder("SKU-1 is oversold", "SKU-2 is oversold"));
        assertEquals(2, gauge("X2"));
        assertEquals(0, gauge("X1"));
    }

    @Test
    void the_gauge_forgets_what_holds_again() {
        rules.finds("two", new Finding(3, List.of("SKU-1 is oversold")));
        rules.finds("three", new Finding(4, List.of()));
        evaluateInvariants.look().await().indefinitely();
        assertEquals(1, gauge("X2"));

        rules.finds("two", new Finding(3, List.of()));
        evaluateInvariants.look().await().indefinitely();

        assertEquals(0, gauge("X2"));
    }

    @Test
    void the_clock_asks_for_what_has_changed_lately_and_a_person_for_all() {
        rules.finds("one", new Finding(900, List.of("SKU-1 is oversold", "SKU-2 is oversold")));
        rules.findsLately("one", new Finding(9, List.of("SKU-2 is oversold")));

        evaluateInvariants.look().await().indefinitely();
        assertEquals(1, gauge("X1"));

        given().auth()
                .oauth2(Tokens.of("admin"))
                .get(PAGE)
                .then()
                .body("invariants[2].figure", equalTo(900));
        assertEquals(2, gauge("X1"));
    }

    @Test
    void what_only_a_look_at_all_can_see_stands_until_the_next_one() {
        rules.finds("one", new Finding(900, List.of("SKU-1 is oversold")));
        rules.findsLately("one", new Finding(9, List.of()));

        evaluateInvariants.lookAtAll().await().indefinitely();
        evaluateInvariants.look().await().indefinitely();
        assertEquals(1, gauge("X1"));

        rules.finds("one", new Finding(900, List.of()));
        evaluateInvariants.lookAtAll().await().indefinitely();
        assertEquals(0, gauge("X1"));
    }

    @Test
    void a_rule_that_cannot_be_looked_at_has_no_figure_and_does_not_blind_the_others() {
        rules.finds("one", null);
        rules.finds("two", new Finding(3, List.of("SKU-1 is oversold")));
        rules.finds("three", new Finding(4, List.of()));

        given().auth().oauth2(Tokens.of("admin")).get(PAGE).then().statusCode(503);

        assertTrue(Double.isNaN(gauge("X1")));
        assertEquals(1, gauge("X2"));
    }

    @Test
    void of_many_violations_twenty_are_shown() {
        List<String> many = IntStream.range(0, 25).mapToObj(i -> "SKU-" + i).toList();

        assertEquals(21, new Finding(25, many).violations().size());
        assertEquals("and 5 more", new Finding(25, many).violations().getLast());
        assertEquals(21, new Finding(21, many.subList(0, 21)).violations().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "alice", "order"})
    void only_an_admin_sees_the_report(String account) {
        given().auth().oauth2(Tokens.of(account)).get(PAGE).then().statusCode(403);
    }

    @Test
    void the_report_is_not_for_the_anonymous() {
        given().get(PAGE).then().statusCode(401);
    }

    private double gauge(String id) {
        return meters.get("swiftcart.invariant.violations").tag("invariant", id).gauge().value();
    }
}
