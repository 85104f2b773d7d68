package io.swiftcart.e2e.oracle;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain SQL on the databases of a shop, as their superuser.
 *
 * @param server {@code postgresql://user:password@host:port}, as {@code run.json} has it
 */
public record Sql(URI server) {
    /** One row, mapped. */
    interface Mapping<T> {
        T from(ResultSet row) throws SQLException;
    }

    public Sql(String server) {
        this(URI.create(server));
    }

    /** A connection that the caller closes. */
    public Connection connect(String database) throws SQLException {
        String[] who = server.getUserInfo().split(":", 2);
        String url =
                "jdbc:postgresql://%s:%d/%s?connectTimeout=5&socketTimeout=60"
                        .formatted(server.getHost(), server.getPort(), database);
        return DriverManager.getConnection(url, who[0], who[1]);
    }

    /** All rows of a query. */
    <T> List<T> rows(String database, String query, Mapping<T> mapping) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(mapping.from(result));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(database + ": " + query, failure);
        }
    }

    /** The first column of each row. */
    public List<String> texts(String database, String query) {
        return rows(database, query, row -> row.getString(1));
    }

    /** Two columns that hold arrays, the keys and the values of a map. */
    static Map<String, Integer> map(ResultSet row, String keys, String values) throws SQLException {
        String[] names = (String[]) row.getArray(keys).getArray();
        Integer[] numbers = (Integer[]) row.getArray(values).getArray();
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], numbers[i]);
        }
        return map;
    }
}
