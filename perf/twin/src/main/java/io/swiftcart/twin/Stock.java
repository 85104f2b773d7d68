package io.swiftcart.twin;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stock and its movements. */
@Repository
class Stock {
    private final JdbcClient jdbc;

    Stock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All lines, which come in order of SKU, or the caller's transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reserve(UUID order, List<OrderView.Line> lines) {
        for (OrderView.Line line : lines) {
            int held =
                    jdbc.sql(
                                    "update stock set reserved = reserved + :qty where sku = :sku and on_hand - reserved >= :qty")
                            .param("qty", line.qty())
                            .param("sku", line.sku())
                            .update();
            if (held == 0) {
                throw new Refused.OutOfStock(line.sku());
            }
            move(order, line.sku(), "RESERVED", 0, line.qty());
            jdbc.sql(
                            "insert into reservation (order_id, sku, qty, status) values (?, ?, ?, 'HELD')")
                    .params(order, line.sku(), line.qty())
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void release(UUID order) {
        for (Held held : ended(order, "RELEASED")) {
            jdbc.sql("update stock set reserved = reserved - ? where sku = ?")
                    .params(held.qty(), held.sku())
                    .update();
            move(order, held.sku(), "RELEASED", 0, -held.qty());
        }
    }

    /** Once, however often the order's confirmation is told. */
    @Transactional
    void commit(UUID order) {
        for (Held held : ended(order, "COMMITTED")) {
            jdbc.sql("update stock set reserved = reserved - ?, on_hand = on_hand - ? where sku = ?")
                    .params(held.qty(), held.qty(), held.sku())
                    .update();
            move(order, held.sku(), "COMMITTED", -held.qty(), -held.qty());
        }
    }

    private record Held(String sku, int qty) {}

    private List<Held> ended(UUID order, String status) {
        return jdbc.sql(
                        "update reservation set status = ? where order_id = ? and status = 'HELD' returning sku, qty")
                .params(status, order)
                .query(Held.class)
                .list();
    }

    private void move(UUID order, String sku, String type, int onHand, int reserved) {
        jdbc.sql(
                        "insert into movement (order_id, sku, type, on_hand_delta, reserved_delta, occurred_at) values (?, ?, ?, ?, ?, now())")
                .params(order, sku, type, onHand, reserved)
                .update();
    }
}
