package io.swiftcart.platform.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Nothing of a network happens inside a transaction, and doors do not open one. */
final class TransactionRules {
    static final ArchRule REPOSITORIES_KNOW_NO_REMOTE =
            noClasses()
                    .that(LayerRules.simpleNameEndsWith("Repository"))
                    .should()
                    .dependOnClassesThat(Remote.IS_REMOTE)
                    .as("a Repository knows no client, emitter, Redis or mailer")
                    .because(
                            "it works inside a transaction, where a network call would hold a pooled connection")
                    .allowEmptyShould(true);

    static final ArchRule TRANSACTIONS_REACH_NO_REMOTE =
            codeUnits()
                    .that(takeAConnection())
                    .should(new ReachNoRemote())
                    .as("what takes a connection reaches no client, emitter, Redis or mailer")
                    .because("what takes a connection runs inside a transaction")
                    .allowEmptyShould(true);

    static final ArchRule OPENERS_CALL_NO_REMOTE =
            codeUnits()
                    .that(openATransaction())
                    .should(new CallNoRemote())
                    .as("a method that opens a transaction calls nothing remote itself")
                    .because(
                            "the call could stand in the lambda of the transaction; a method of its own shows that it does not")
                    .allowEmptyShould(true);

    static final ArchRule DOORS_TOUCH_NO_DATABASE =
            noClasses()
                    .that(
                            LayerRules.simpleNameEndsWith("Resource")
                                    .or(LayerRules.simpleNameEndsWith("Listener")))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.vertx..sqlclient..")
                                    .or(LayerRules.simpleNameEndsWith("Repository"))
                                    .or(resideInAPackage("io.swiftcart.platform.database..")))
                    .as("a Resource or Listener touches no connection, Repository or Database")
                    .because("the use case owns the transaction, so that a retry stands outside it")
                    .allowEmptyShould(true);

    static final List<ArchRule> ALL =
            List.of(
                    REPOSITORIES_KNOW_NO_REMOTE,
                    TRANSACTIONS_REACH_NO_REMOTE,
                    OPENERS_CALL_NO_REMOTE,
                    DOORS_TOUCH_NO_DATABASE);

    private TransactionRules() {}

    /**
     * The relay's session holds a lock and is no transaction: it is the one place that may have
     * both in hand.
     */
    private static DescribedPredicate<JavaCodeUnit> takeAConnection() {
        return DescribedPredicate.describe(
                "take a connection",
                method ->
                        !method.getOwner()
                                        .getName()
                                        .equals("io.swiftcart.platform.outbox.OutboxRelay")
                                && method.getRawParameterTypes().stream()
                                        .anyMatch(Remote::isConnection));
    }

    private static DescribedPredicate<JavaCodeUnit> openATransaction() {
        return DescribedPredicate.describe(
                "open a transaction",
                method ->
                        method.getMethodCallsFromSelf().stream()
                                .anyMatch(Remote::opensTransaction));
    }
}
