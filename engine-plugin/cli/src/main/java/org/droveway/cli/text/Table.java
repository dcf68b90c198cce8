package org.droveway.cli.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, columns aligned to the left, two blanks apart. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /** A table without rows. */
    public Table(String... heading) {
        columns = heading.length;
        rows.add(List.of(heading));
    }

    /** Adds a row; as many cells as the heading has. */
    public Table row(String... cells) {
        if (requireNonNull(cells, "cells").length != columns) {
            throw new IllegalArgumentException("row has " + cells.length + " cells, needed " + columns);
        }
        rows.add(Arrays.stream(cells).map(cell -> cell.isEmpty() ? "-" : cell).toList());
        return this;
    }

    /** The text, one line a row, without blanks at the ends of lines. */
    public String render() {
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
