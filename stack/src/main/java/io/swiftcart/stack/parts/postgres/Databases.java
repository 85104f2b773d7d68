package io.swiftcart.stack.parts.postgres;

import io.swiftcart.stack.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The databases of one server. Each has a role of its own name with a random password, who owns it
 * and may enter no other one.
 */
public final class Databases {

    static final String SUPERUSER = "postgres";

    private final int port;
    private final Secrets secrets;

    Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** The password of the role that owns this database. */
    public String password(String database) {
        return secrets.of("postgres." + database);
    }

    /** The part of an URL after its scheme: {@code //127.0.0.1:5432/orders}. */
    public String location(String database) {
        return "//127.0.0.1:" + port + "/" + database;
    }

    /** Creates what is missing; again is harmless. Names are plain lower-case identifiers. */
    public void create(List<String> databases) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "revoke connect, temporary on database postgres, template1 from public");
            for (String database : databases) {
                create(statement, database);
            }
        }
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            // Starting up (57P03) will pass; a wrong password or lost catalogue will not, and is
            // told by create().
            return !"57P03".equals(e.getSQLState())
                    && !String.valueOf(e.getSQLState()).startsWith("08");
        }
    }

    private void create(Statement statement, String database) throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a plain name: " + database);
        }
        if (!exists(statement, "pg_roles where rolname", database)) {
            statement.execute(
                    "create role " + database + " login password '" + password(database) + "'");
        }
        if (!exists(statement, "pg_database where datname", database)) {
            statement.execute("create database " + database + " owner " + database);
        }
        statement.execute("revoke all on database " + database + " from public");
    }

    private static boolean exists(Statement statement, String where, String name)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
            return found.next();
        }
    }

    /**
     * Without the JDBC driver registry, which does not see this driver from every class loader of a
     * test.
     */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.of("postgres"));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        Connection connection =
                new Driver().connect("jdbc:postgresql:" + location("postgres"), properties);
        if (connection == null) {
            throw new SQLException("the driver refuses the address");
        }
        return connection;
    }
}
