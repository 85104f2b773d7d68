package io.swiftcart.order.model;

import io.swiftcart.order.model.Faults.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * One state: every order with all that is known of it anywhere, the shelves, and what may still go
 * wrong.
 */
record World(List<OneOrder> orders, Shelf lamps, Shelf rugs, Faults faults) {

    /** Units of one SKU, as inventory counts them. */
    record Shelf(int onHand, int reserved) {
        int available() {
            return onHand - reserved;
        }

        Shelf moved(int onHandBy, int reservedBy) {
            return new Shelf(onHand + onHandBy, reserved + reservedBy);
        }
    }

    OneOrder order(int number) {
        return orders.get(number);
    }

    World with(int number, OneOrder changed) {
        List<OneOrder> all = new ArrayList<>(orders);
        all.set(number, changed);
        return new World(List.copyOf(all), lamps, rugs, faults);
    }

    /** Every order wants one unit of each SKU, so both shelves move alike. */
    World moved(int onHandBy, int reservedBy) {
        return new World(
                orders,
                lamps.moved(onHandBy, reservedBy),
                rugs.moved(onHandBy, reservedBy),
                faults);
    }

    boolean inStock() {
        return lamps.available() > 0 && rugs.available() > 0;
    }

    boolean may(Fault fault) {
        return faults.left(fault) > 0;
    }

    World spend(Fault fault) {
        return new World(orders, lamps, rugs, faults.spend(fault));
    }
}
