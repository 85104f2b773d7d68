package io.swiftcart.platform.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
final class LayerRules {
    static final ArchRule DOMAIN_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage("io.swiftcart.*.domain..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "java..",
                                    "io.swiftcart.*.domain..",
                                    "io.swiftcart.platform.money..",
                                    "org.jspecify.."))
                    .as("a domain uses only java and platform.money")
                    .because("it must be read, tested and trusted without any framework")
                    .allowEmptyShould(true);

    static final ArchRule FEATURES_ARE_INDEPENDENT =
            classes()
                    .should(new FeatureIndependence())
                    .as(
                            "a package with a Resource or Listener is a feature; nobody else imports it")
                    .because(
                            "changing one behaviour must mean changing one package; what features share has no door of its own")
                    .allowEmptyShould(true);

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.swiftcart.(*).(*)..")
                    .should()
                    .beFreeOfCycles()
                    .as("packages of a service have no cycles")
                    .allowEmptyShould(true);

    static final ArchRule SERVICES_ARE_STRANGERS =
            classes()
                    .should(new ServiceIndependence())
                    .as("no class depends on another service's package")
                    .because("services know each other by contract only")
                    .allowEmptyShould(true);

    static final ArchRule ROWS_AND_REPOSITORIES_STAY_INSIDE =
            classes()
                    .that(simpleNameEndsWith("Repository").or(simpleNameEndsWith("Row")))
                    .should()
                    .bePackagePrivate()
                    .orShould()
                    .bePrivate()
                    .as("a Repository or Row never leaves its package")
                    .allowEmptyShould(true);

    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes()
                    .should(new NullMarkedPackage())
                    .as("every package has a package-info with @NullMarked")
                    .allowEmptyShould(true);

    static final List<ArchRule> ALL =
            List.of(
                    DOMAIN_IS_PURE,
                    FEATURES_ARE_INDEPENDENT,
                    PACKAGES_HAVE_NO_CYCLES,
                    SERVICES_ARE_STRANGERS,
                    ROWS_AND_REPOSITORIES_STAY_INSIDE,
                    PACKAGES_ARE_NULL_MARKED);

    private LayerRules() {}

    static DescribedPredicate<JavaClass> simpleNameEndsWith(String suffix) {
        return DescribedPredicate.describe(
                "simple name ends with " + suffix, type -> type.getSimpleName().endsWith(suffix));
    }
}
