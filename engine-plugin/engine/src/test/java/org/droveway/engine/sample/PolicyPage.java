package org.droveway.engine.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of docs/policy.md. */
public final class PolicyPage {
    private static final Path PAGE = Path.of("../../docs/policy.md");

    private PolicyPage() {}

    /** The rows of the table with this head line, cell by cell, without backquotes. */
    public static List<List<String>> rows(String head) {
        List<String> page = lines();
        int start = page.indexOf(head);
        if (start < 0) {
            throw new AssertionError("docs/policy.md has no table " + head);
        }
        return page.subList(start, page.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(PolicyPage::cells)
                .toList();
    }

    /** The table below this heading, up to the next one: its head, then its rows. */
    public static List<List<String>> below(String heading) {
        List<String> page = lines();
        int start = page.indexOf(heading);
        if (start < 0) {
            throw new AssertionError("docs/policy.md has no heading " + heading);
        }
        List<List<String>> table = page.subList(start + 1, page.size()).stream()
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .map(PolicyPage::cells)
                .toList();
        return Stream.concat(table.stream().limit(1), table.stream().skip(2)).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
