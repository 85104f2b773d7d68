package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All house rules. A service takes them with a test of three lines:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> house_rules() {
 *         return HouseRules.of("io.swiftcart.order");
 *     }
 * }
 * }</pre>
 */
public final class HouseRules {
    /** In the order in which a reader meets them: layers, transactions, lines of code. */
    static final List<ArchRule> ALL =
            Stream.of(LayerRules.ALL, TransactionRules.ALL, CodeRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private HouseRules() {}

    /**
     * One test for each rule, over the classes of a service that are not tests. ArchUnit's own
     * engine is not used: under JUnit 6 it finds its tests, runs none, and says nothing.
     */
    public static Stream<DynamicTest> of(String servicePackage) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(servicePackage);
        if (classes.isEmpty()) {
            throw new AssertionError(
                    "no classes in " + servicePackage + ": the rules would judge nothing");
        }
        return ALL.stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(classes)));
    }
}
