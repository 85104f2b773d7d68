package io.swiftcart.platform.database;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.lifecycle.Running;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * The one way to this service's PostgreSQL.
 *
 * <p>A transaction is a value: the work receives its connection and hands it to repositories and
 * the outbox, so nothing can be written outside it by mistake. No network call may be made in it;
 * collect what is needed before, act on it after.
 */
@ApplicationScoped
public class Database {
    private final Pool pool;
    private final EventBus bus;
    private final Running running;

    /**
     * Local address told after each commit, so that nobody need wait for the next look at what was
     * written.
     */
    public static final String COMMITTED = "swiftcart.database.committed";

    Database(Pool pool, EventBus bus, Running running) {
        this.pool = pool;
        this.bus = bus;
        this.running = running;
    }

    /** For reads, and for single statements, which are transactions of their own. */
    public Pool pool() {
        return pool;
    }

    /**
     * Runs the work in one transaction: committed when it gives an item, rolled back when it fails.
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).invoke(this::announce);
    }

    /** Tells {@link #COMMITTED} of a single statement, as {@link #inTransaction} does by itself. */
    public void announce() {
        tell(COMMITTED);
    }

    /**
     * Tells a local address that there is something to look at. Silent while the service starts or
     * stops: whoever listens looks by itself when it is up.
     */
    public void tell(String address) {
        if (running.now()) {
            bus.publish(address, "");
        }
    }
}
