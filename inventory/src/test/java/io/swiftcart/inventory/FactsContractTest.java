package io.swiftcart.inventory;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.swiftcart.inventory.ledger.FactKind;
import io.swiftcart.platform.contract.EventContract;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsContractTest {

    @ParameterizedTest
    @EnumSource
    void every_kind_of_fact_has_a_contract_and_examples_that_keep_it(FactKind kind) {
        EventContract contract = EventContract.of(kind.topic());

        Map<String, byte[]> examples = contract.examples();

        assertFalse(examples.isEmpty());
        examples.values().forEach(contract::accepts);
    }
}
