package io.swiftcart.perf.bench.shop;

import io.swiftcart.perf.bench.BenchFailure;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to the shop's PostgreSQL, by the account that sees every database. */
public final class Databases {
    private final URI server;

    public Databases(Shop shop) {
        this.server = URI.create(shop.postgresUrl());
    }

    /** Rows of a query as text, column by column; nothing is null but what is null there. */
    public List<String[]> rows(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String[]> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    /** The one number that a query gives. */
    public double number(String database, String sql) {
        return Double.parseDouble(rows(database, sql).getFirst()[0]);
    }

    /** Executes a statement outside a transaction. */
    public void execute(String database, String sql) {
        execute(database, List.of(sql));
    }

    /** Executes statements on one connection, each in a transaction of its own. */
    public void execute(String database, List<String> sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL refuses: " + e.getMessage(), e);
        }
    }

    /** The address of a database for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database;
    }

    public String user() {
        return server.getUserInfo().split(":", 2)[0];
    }

    public String password() {
        return server.getUserInfo().split(":", 2)[1];
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }
}
