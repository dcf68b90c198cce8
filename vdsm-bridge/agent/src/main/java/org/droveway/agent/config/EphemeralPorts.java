package org.droveway.agent.config;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports that the kernel gives to outgoing connections.
 *
 * @param range first to last
 * @param reserved exempted from it
 */
record EphemeralPorts(PortPool range, List<PortPool> reserved) {
    private static final Path PROC = Path.of("/proc/sys/net/ipv4");

    EphemeralPorts {
        requireNonNull(range, "range");
        reserved = List.copyOf(reserved);
    }

    static EphemeralPorts ofKernel() {
        try {
            return parse(line("ip_local_port_range"), line("ip_local_reserved_ports"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kernel's ranges of ports in " + PROC, e);
        }
    }

    /** With a buffer: the kernel gives such a file in one piece or, to who reads it byte by byte, not at all. */
    private static String line(String name) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(PROC.resolve(name))) {
            String line = reader.readLine();
            return line == null ? "" : line;
        }
    }

    /** Both as the kernel prints them: {@code 32768 60999}, {@code 61000-61049,8080}. */
    static EphemeralPorts parse(String range, String reserved) {
        String[] ends = range.strip().split("\\s+", -1);
        List<PortPool> exempt = new ArrayList<>();
        for (String item : reserved.strip().split(",", -1)) {
            if (!item.isEmpty()) {
                exempt.add(span(item));
            }
        }
        return new EphemeralPorts(new PortPool(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])), exempt);
    }

    private static PortPool span(String item) {
        int dash = item.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? item : item.substring(0, dash));
        int last = Integer.parseInt(dash < 0 ? item : item.substring(dash + 1));
        return new PortPool(Math.max(first, 1024), Math.max(last, 1024));
    }

    boolean mayTakeFrom(PortPool pool) {
        return pool.ports()
                .anyMatch(port -> range.contains(port) && reserved.stream().noneMatch(span -> span.contains(port)));
    }
}
