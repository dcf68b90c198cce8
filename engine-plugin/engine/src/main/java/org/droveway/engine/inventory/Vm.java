package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.droveway.protocol.host.VmNic;
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

    /** Addresses of its NICs on a bridge or interface of its host; none if the platform does not tell its NICs. */
    public List<String> macsOn(String hostNic) {
        List<VmNic> nics = report.nics();
        return nics == null
                ? List.of()
                : nics.stream()
                        .filter(nic -> hostNic.equals(nic.hostNic()))
                        .map(VmNic::mac)
                        .toList();
    }
}
