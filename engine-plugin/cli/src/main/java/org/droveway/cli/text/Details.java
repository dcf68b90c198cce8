package org.droveway.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of one object, a line each: label, value; unknown values show as "-". */
public final class Details {
    private final List<Map.Entry<String, String>> lines = new ArrayList<>();

    /** Adds one value. */
    public Details add(String label, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        lines.add(Map.entry(label, text.isEmpty() ? "-" : text));
        return this;
    }

    /** Adds one value if it is known. */
    public Details addKnown(String label, @Nullable Object value) {
        return value == null ? this : add(label, value);
    }

    /** Adds values below each other, the label on the first line only. */
    public Details addAll(String label, List<String> values) {
        if (values.isEmpty()) {
            return add(label, "-");
        }
        add(label, values.get(0));
        values.subList(1, values.size()).forEach(value -> lines.add(Map.entry("", value)));
        return this;
    }

    /** Adds values below each other if there are any. */
    public Details addEach(String label, List<String> values) {
        return values.isEmpty() ? this : addAll(label, values);
    }

    /** The text, values aligned. */
    public String render() {
        int width =
                lines.stream().mapToInt(line -> line.getKey().length()).max().orElse(0) + 2;
        return lines.stream()
                .map(line -> line.getKey() + " ".repeat(width - line.getKey().length()) + line.getValue())
                .collect(Collectors.joining("\n"));
    }
}
