package io.swiftcart.account;

import io.swiftcart.platform.rules.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> house_rules() {
        return HouseRules.of("io.swiftcart.account");
    }
}
