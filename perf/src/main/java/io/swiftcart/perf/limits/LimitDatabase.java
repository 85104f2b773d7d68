package io.swiftcart.perf.limits;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.flywaydb.core.Flyway;

/**
 * A database of its own beside those of the shop, on the same server, with the tables of the
 * service on the class path. It is empty whenever it is opened.
 */
final class LimitDatabase {
    private final URI server;
    private final String user;
    private final String password;
    private final String name;

    private LimitDatabase(URI server, String name) {
        String[] account = server.getUserInfo().split(":", 2);
        this.server = server;
        this.user = account[0];
        this.password = account[1];
        this.name = name;
    }

    /** {@code url}: of {@code run.json}, with an account that may create databases. */
    static LimitDatabase fresh(String url, String name) throws SQLException {
        LimitDatabase database = new LimitDatabase(URI.create(url), name);
        try (Connection connection = database.jdbc("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        Flyway.configure()
                .dataSource(database.jdbcUrl(name), database.user, database.password)
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return database;
    }

    /** Executes what prepares a measurement. */
    void execute(String sql) throws SQLException {
        try (Connection connection = jdbc(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So many connections of the client that the services use, set up as theirs are. */
    List<PgConnection> connect(Vertx vertx, int many) throws InterruptedException {
        PgConnectOptions options =
                new PgConnectOptions()
                        .setHost(server.getHost())
                        .setPort(server.getPort())
                        .setDatabase(name)
                        .setUser(user)
                        .setPassword(password)
                        .setCachePreparedStatements(true)
                        .setPreparedStatementCacheSqlFilter(_ -> true)
                        .setPipeliningLimit(16);
        List<PgConnection> connections = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            try {
                connections.add(
                        PgConnection.connect(vertx, options)
                                .toCompletionStage()
                                .toCompletableFuture()
                                .get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("PostgreSQL refuses the connection", e);
            }
        }
        return connections;
    }

    private Connection jdbc(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database;
    }
}
