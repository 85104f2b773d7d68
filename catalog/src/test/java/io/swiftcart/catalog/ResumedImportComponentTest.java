package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.unique;
import static io.swiftcart.catalog.Imports.finished;
import static io.swiftcart.catalog.Imports.read;
import static io.swiftcart.catalog.Imports.row;
import static io.swiftcart.catalog.Imports.send;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResumedImportComponentTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int ROWS = 900;

    private final Pool pool;

    ResumedImportComponentTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void a_job_goes_on_where_a_dead_replica_has_left_it() {
        String category = aCategory("Left", null);
        String sku = "SKU-" + unique();
        UUID job = UUID.randomUUID();
        sql(
                """
                insert into import_job (id, created_by, created_at, total, added, lease_until)
                values ($1, 'somebody', now(), 2, 1, now() + interval '2 seconds')
                """,
                Tuple.of(job));
        sql(
                "insert into import_row (job_id, line, payload) values ($1, 2, $2)",
                Tuple.of(job, Buffer.buffer(row(aProduct().in(category).with("sku", sku)))));

        finished(job.toString()).then().body("added", equalTo(2)).body("failed", equalTo(0));
        anonymous().get(PRODUCTS + "/by-sku/" + sku).then().statusCode(200);
    }

    @Test
    void a_newer_file_waits_for_an_older_one_that_somebody_works_on() {
        String sku = "SKU-" + unique();
        ProductBuilder product = aProduct().in(aCategory("Twice", null)).with("sku", sku);
        UUID older = UUID.randomUUID();
        sql(
                """
                insert into import_job (id, created_by, created_at, total, lease_until)
                values ($1, 'somebody', now(), 1, now() + interval '3 seconds')
                """,
                Tuple.of(older));
        sql(
                "insert into import_row (job_id, line, payload) values ($1, 1, $2)",
                Tuple.of(older, Buffer.buffer(row(product.with("price", 500)))));

        String newer = send(row(product.with("price", 1000)));

        finished(older.toString());
        finished(newer);
        anonymous().get(PRODUCTS + "/by-sku/" + sku).then().body("price", equalTo(1000));
    }

    /** To the database a worker that is killed is a connection that breaks off in a transaction. */
    @Test
    void a_job_that_breaks_off_time_and_again_takes_each_row_once() {
        List<String> categories =
                List.of(aCategory("One", null), aCategory("Two", null), aCategory("Three", null));
        List<String> skus = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String sku = "SKU-" + unique();
            skus.add(sku);
            // Changes in the middle of a batch of 100.
            String category = categories.get(i < 250 ? 0 : i < 550 ? 1 : 2);
            rows.add(row(aProduct().in(category).with("sku", sku)));
        }

        SqlConnection two = hold(categories.get(1));
        SqlConnection three = hold(categories.get(2));
        String job = send(rows.toArray(String[]::new));
        breakOff(job);
        assertEquals(200, worked(job));
        two.closeAndAwait();
        breakOff(job);
        assertEquals(500, worked(job));
        breakOff(job);
        three.closeAndAwait();

        finished(job)
                .then()
                .body("added", equalTo(ROWS))
                .body("changed", equalTo(0))
                .body("failed", equalTo(0));
        Row found =
                pool.preparedQuery(
                                """
                                select count(*) as products, max(version) as version,
                                       (select count(*) from price_change
                                         where product_id in (select id from product
                                                               where sku = any($1))) as prices
                                  from product where sku = any($1)
                                """)
                        .execute(Tuple.of(skus.toArray(String[]::new)))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next();
        assertEquals(ROWS, found.getLong("products"));
        assertEquals(ROWS, found.getLong("prices"));
        assertEquals(1, found.getLong("version"));
        assertEquals(1, Bus.told("catalog.products.v1", skus.getLast(), 1).size());
    }

    private static int worked(String job) {
        return read(job).path("added");
    }

    /**
     * No product of this category can be written before the connection is closed: a worker comes to
     * a halt in the middle of its transaction.
     */
    private SqlConnection hold(String category) {
        SqlConnection connection = pool.getConnectionAndAwait();
        connection.beginAndAwait();
        connection
                .preparedQuery("select from category where id = $1 for update")
                .executeAndAwait(Tuple.of(UUID.fromString(category)));
        return connection;
    }

    /** Waits for the worker to halt; the next one need not wait for the lease here. */
    private void breakOff(String job) {
        await().atMost(DEADLINE)
                .until(
                        () ->
                                pool.query(
                                                        """
                                                        select pg_terminate_backend(pid) from pg_stat_activity
                                                         where datname = current_database() and wait_event_type = 'Lock'
                                                        """)
                                                .executeAndAwait()
                                                .size()
                                        > 0);
        sql(
                "update import_job set lease_until = now() where id = $1",
                Tuple.of(UUID.fromString(job)));
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().indefinitely();
    }
}
