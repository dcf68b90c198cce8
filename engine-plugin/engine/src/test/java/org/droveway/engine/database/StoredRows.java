package org.droveway.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is in the tables of the engine, as text. */
final class StoredRows {
    private StoredRows() {}

    /** The columns of each table. */
    static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select lower(table_name), lower(column_name)"
                        + " from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(table_name) not like 'flyway%' order by table_name, ordinal_position")) {
            while (result.next()) {
                columns.computeIfAbsent(result.getString(1), table -> new ArrayList<>())
                        .add(result.getString(2));
            }
        }
        return columns;
    }

    /** The rows of each table, in no order; of each row these columns. */
    static Map<String, List<String>> of(Connection connection, Map<String, List<String>> columns) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            rows.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
        }
        return rows;
    }

    private static List<String> rows(Connection connection, String table, List<String> columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + String.join(", ", columns) + " from " + table)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (String column : new TreeSet<>(columns)) {
                    Object value = result.getObject(column);
                    row.add(column + "="
                            + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows.stream().sorted().toList();
    }
}
