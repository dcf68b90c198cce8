package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.droveway.protocol.host.VmReport;

/** A VM as one host reports it; while it migrates, two hosts may report the same VM. */
public record Vm(String host, VmReport report) {
    public Vm {
        requireNonNull(host, "host");
        requireNonNull(report, "report");
    }

    /** The platform's UUID of it. */
    public UUID id() {
        return report.id();
    }

    /** The platform's name of it; not unique. */
    public String name() {
        return report.name();
    }
}
