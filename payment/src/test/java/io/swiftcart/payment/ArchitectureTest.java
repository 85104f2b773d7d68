package io.swiftcart.payment;

import io.swiftcart.platform.rules.HouseRules;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> house_rules() {
        return HouseRules.of("io.swiftcart.payment");
    }
}
