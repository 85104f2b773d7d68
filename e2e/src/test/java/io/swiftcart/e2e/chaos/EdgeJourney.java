package io.swiftcart.e2e.chaos;

import io.swiftcart.e2e.load.Arrivals;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network between two neighbours is slow, cut, silent, or loses answers. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class EdgeJourney {
    private static final Set<Fault> TOLD = EnumSet.of(Fault.DELAY, Fault.RESET, Fault.DROP_ANSWER);

    private final ChaosShop shop;

    EdgeJourney(ChaosShop shop) {
        this.shop = shop;
    }

    /** One after another in the long form; in the short one all of them before they are judged. */
    static Stream<List<Edge>> edges() {
        return Form.get().seeds() > 1
                ? Arrays.stream(Edge.values()).map(List::of)
                : Stream.of(List.of(Edge.values()));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void an_edge_breaks_in_every_way_one_after_another(List<Edge> edges) {
        Seed seed = Seed.one().findFirst().orElseThrow();
        System.out.println(seed);
        Random random = seed.random();
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        for (Edge edge : edges) {
            List<Fault> faults = new ArrayList<>(TOLD);
            Collections.shuffle(faults, random);
            // The last: a reset would heal what it leaves behind, connections that are silent for
            // good.
            faults.add(Fault.HALF_OPEN);
            for (Fault fault : faults) {
                shop.at(edge).is(fault);
                Pause.of(Form.get().fault());
                shop.at(edge).is(Fault.NONE);
                Pause.of(Form.get().calm());
            }
        }

        arrivals.stop();
        shop.judge();
    }
}
