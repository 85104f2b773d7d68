package io.swiftcart.platform.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What a line of code may not do. */
final class CodeRules {
    private static final List<String> BANNED_SUFFIXES =
            List.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Impl",
                    "Processor",
                    "Base",
                    "Info",
                    "Data");

    private static final Set<String> FIELD_INJECTION =
            Set.of(
                    "jakarta.inject.Inject",
                    "org.eclipse.microprofile.config.inject.ConfigProperty",
                    "org.eclipse.microprofile.reactive.messaging.Channel",
                    "org.eclipse.microprofile.rest.client.inject.RestClient");

    private static final Set<String> WAITING =
            Set.of("await", "awaitItems", "awaitCompletion", "toFuture", "join");

    static final ArchRule NOBODY_WAITS =
            noClasses()
                    .should()
                    .callMethodWhere(describe("it blocks the thread", CodeRules::blocks))
                    .as("no await, Thread.sleep, join or ...AndAwait")
                    .because("one waiting caller stops every request of its event loop")
                    .allowEmptyShould(true);

    static final ArchRule NOBODY_LETS_GO =
            noClasses()
                    .should()
                    .callMethodWhere(describe("it drops the answer", CodeRules::letsGo))
                    .as("no subscribe, sendAndForget or ...AndForget")
                    .because("a failure that nobody hears is lost; return the Uni")
                    .allowEmptyShould(true);

    static final ArchRule NOBODY_PRINTS =
            noClasses()
                    .should()
                    .accessFieldWhere(
                            describe("it is System.out or System.err", CodeRules::isConsole))
                    .orShould()
                    .callMethodWhere(
                            describe(
                                    "it prints a stack trace",
                                    call -> call.getName().equals("printStackTrace")))
                    .as("no System.out, System.err or printStackTrace")
                    .allowEmptyShould(true);

    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses()
                    .should()
                    .callMethodWhere(
                            describe("it asks the machine for the time", CodeRules::asksTheMachine))
                    .as("time comes from an injected Clock")
                    .because("a test must be able to say what time it is")
                    .allowEmptyShould(true);

    static final ArchRule INJECTION_BY_CONSTRUCTOR =
            noFields()
                    .should()
                    .beAnnotatedWith(
                            describe(
                                    "inject",
                                    annotation ->
                                            FIELD_INJECTION.contains(
                                                    annotation.getRawType().getName())))
                    .as("nothing is injected into a field")
                    .because("a constructor says what a class needs, and lets a test give it")
                    .allowEmptyShould(true);

    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveNameMatching(".*(" + String.join("|", BANNED_SUFFIXES) + ")")
                    .as("no class is named " + String.join(", ", BANNED_SUFFIXES))
                    .allowEmptyShould(true);

    static final List<ArchRule> ALL =
            List.of(
                    NOBODY_WAITS,
                    NOBODY_LETS_GO,
                    NOBODY_PRINTS,
                    TIME_COMES_FROM_A_CLOCK,
                    INJECTION_BY_CONSTRUCTOR,
                    NAMES_SAY_SOMETHING);

    private CodeRules() {}

    private static boolean blocks(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return owner.equals("java.lang.Thread") && name.equals("sleep")
                || owner.startsWith("io.smallrye.mutiny.") && name.equals("await")
                || owner.equals("java.util.concurrent.CompletableFuture") && WAITING.contains(name)
                || owner.startsWith("io.vertx.") && WAITING.contains(name) && !name.equals("join")
                || name.endsWith("AndAwait");
    }

    private static boolean letsGo(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return owner.startsWith("io.smallrye.mutiny.") && call.getName().startsWith("subscribe")
                || call.getName().endsWith("AndForget");
    }

    private static boolean isConsole(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && (access.getName().equals("out") || access.getName().equals("err"));
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean noClock =
                call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && name.equals("now") && noClock
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.time.Clock")
                        && name.startsWith("system")
                        && !isClockBean(call);
    }

    private static boolean isClockBean(JavaMethodCall call) {
        CanBeAnnotated origin = call.getOrigin();
        return origin.isAnnotatedWith("jakarta.enterprise.inject.Produces");
    }
}
