package org.droveway.engine.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
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
