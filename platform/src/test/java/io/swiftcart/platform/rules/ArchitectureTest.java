package io.swiftcart.platform.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    /**
     * Known and owed: correlation makes an id, an id refuses with a problem, a problem names its
     * correlation.
     */
    private static final Set<ArchRule> OWED = Set.of(LayerRules.PACKAGES_HAVE_NO_CYCLES);

    @TestFactory
    Stream<DynamicTest> house_rules() {
        return HouseRules.of("io.swiftcart.platform", OWED);
    }
}
