package org.droveway.engine.datacentercfg;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as it stands in the file.
 *
 * @param bytes one character for each byte, so that a file in any encoding stays what it is; without the line feed
 * @param ended whether a line feed follows; only the last line may have none
 */
record CfgLine(String bytes, boolean ended) {
    CfgLine {
        requireNonNull(bytes, "bytes");
    }

    static List<CfgLine> split(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        List<CfgLine> lines = new ArrayList<>();
        int start = 0;
        for (int end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
            lines.add(new CfgLine(bytes.substring(start, end), true));
            start = end + 1;
        }
        if (start < bytes.length()) {
            lines.add(new CfgLine(bytes.substring(start), false));
        }
        return lines;
    }

    static byte[] join(List<CfgLine> lines) {
        StringBuilder bytes = new StringBuilder();
        for (CfgLine line : lines) {
            bytes.append(line.bytes);
            if (line.ended) {
                bytes.append('\n');
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For people: UTF-8, as far as it is. */
    String text() {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    boolean endsWithCarriageReturn() {
        return bytes.endsWith("\r");
    }
}
