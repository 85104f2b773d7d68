package io.swiftcart.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator.Input;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.stack.testing.TcpProxy;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database of the test through a network that can be broken, and that a pool of its own. */
@Dependent
public class ProxiedDatabase implements AutoCloseable {
    /**
     * How long a connection of this pool may be silent: shorter than Kafka's producer tries, longer
     * than a busy machine stands still.
     */
    public static final Duration SILENCE = Duration.ofSeconds(4);

    @Inject Vertx vertx;
    @Inject EventBus bus;
    @Inject Running running;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private TcpProxy proxy;
    private Pool pool;

    public Database open() {
        PgConnectOptions real = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        proxy = new TcpProxy(real::getPort);
        PgConnectOptions broken = new PgConnectOptions(real).setPort(proxy.port());
        pool = new Pool(new BoundedPool(SILENCE).create(new Options(vertx, broken)));
        return new Database(pool, bus, running);
    }

    public void is(Fault fault) {
        proxy.is(fault);
    }

    @Override
    public void close() {
        pool.close().await().indefinitely();
        proxy.close();
    }

    private record Options(Vertx vertx, PgConnectOptions connection) implements Input {
        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(connection);
        }
    }
}
