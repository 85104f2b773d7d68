package io.swiftcart.e2e.chaos;

import io.swiftcart.e2e.chaos.TcpProxy.Fault;
import io.swiftcart.e2e.load.Arrivals;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network between two neighbours is slow, cut, silent, or loses answers. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class EdgeJourney {
    private final ChaosShop shop;

    EdgeJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @EnumSource
    void an_edge_breaks_in_every_way_one_after_another(Edge edge) {
        Seed seed = Seed.one().findFirst().orElseThrow();
        System.out.println(seed);
        List<Fault> faults =
                Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .collect(Collectors.toList());
        Collections.shuffle(faults, seed.random());
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        for (Fault fault : faults) {
            shop.at(edge).is(fault);
            Pause.of(Form.get().fault());
            shop.at(edge).is(Fault.NONE);
            Pause.of(Form.get().calm());
        }

        arrivals.stop();
        shop.judge();
    }
}
