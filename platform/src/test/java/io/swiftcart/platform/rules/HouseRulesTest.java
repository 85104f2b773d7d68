package io.swiftcart.platform.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that each rule sees the fixture that breaks it: a rule that cannot fail protects nobody.
 */
class HouseRulesTest {
    private static final JavaClasses FIXTURES =
            new ClassFileImporter()
                    .importPackages("io.swiftcart.fixtures", "io.swiftcart.neighbour");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(LayerRules.DOMAIN_IS_PURE, "FrameworkOrder"),
                Arguments.of(LayerRules.FEATURES_ARE_INDEPENDENT, "ReachingListener"),
                Arguments.of(LayerRules.PACKAGES_HAVE_NO_CYCLES, "Clockwise"),
                Arguments.of(LayerRules.SERVICES_ARE_STRANGERS, "Curious"),
                Arguments.of(LayerRules.ROWS_AND_REPOSITORIES_STAY_INSIDE, "OpenRepository"),
                Arguments.of(LayerRules.PACKAGES_ARE_NULL_MARKED, "Unmarked"),
                Arguments.of(TransactionRules.REPOSITORIES_KNOW_NO_REMOTE, "CallingRepository"),
                Arguments.of(TransactionRules.TRANSACTIONS_REACH_NO_REMOTE, "SellSlowly"),
                Arguments.of(TransactionRules.OPENERS_CALL_NO_REMOTE, "SellRemotely"),
                Arguments.of(TransactionRules.DOORS_TOUCH_NO_DATABASE, "SellingResource"),
                Arguments.of(CodeRules.NOBODY_WAITS, "Impatient"),
                Arguments.of(CodeRules.NOBODY_WAITS, "Sleeper"),
                Arguments.of(CodeRules.NOBODY_LETS_GO, "Careless"),
                Arguments.of(CodeRules.NOBODY_PRINTS, "Talkative"),
                Arguments.of(CodeRules.TIME_COMES_FROM_A_CLOCK, "Untestable"),
                Arguments.of(CodeRules.INJECTION_BY_CONSTRUCTOR, "Injected"),
                Arguments.of(CodeRules.NAMES_SAY_SOMETHING, "SaleManager"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_sees_the_class_that_breaks_it(ArchRule rule, String culprit) {
        EvaluationResult result = rule.evaluate(FIXTURES);

        assertTrue(result.hasViolation(), "the rule saw nothing");
        assertTrue(
                result.getFailureReport().toString().contains(culprit),
                () -> "the rule did not see " + culprit + ": " + result.getFailureReport());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_blames_nobody_else(ArchRule rule, String culprit) {
        JavaClasses innocent =
                new ClassFileImporter().importPackages("io.swiftcart.platform.money");

        assertFalse(
                rule.evaluate(innocent).hasViolation(),
                () -> culprit + " taught the rule to see ghosts");
    }

    @Test
    void every_rule_has_a_fixture() {
        Set<ArchRule> proven =
                rules().map(row -> (ArchRule) row.get()[0]).collect(Collectors.toSet());

        assertEquals(Set.copyOf(HouseRules.ALL), proven);
    }
}
