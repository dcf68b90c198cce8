package org.droveway.agent.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.libvirt.MigrateFlag;
import org.droveway.agent.libvirt.MigrateParameter;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.Permit;

/** Where the call to libvirt is born: from permit and agreement, nothing else. */
final class LibvirtCalls {
    private LibvirtCalls() {}

    /**
     * The call.
     *
     * @param socket the relay's unix socket, which stands for the destination's libvirtd
     * @param ports leased; in a dry run none, printed as {@code PORT} and {@code DISKS_PORT}
     * @param persistent whether the domain is defined on the source, and so shall be on the destination
     */
    static MigrateCall of(Permit permit, MigrationParameters parameters, Path socket, Ports ports, boolean persistent) {
        return new MigrateCall(
                permit.vm(),
                permit.vmName(),
                "qemu+unix:///system?socket=" + socket,
                typed(permit.destinationAddress(), parameters, ports),
                flags(parameters, persistent));
    }

    private static List<MigrateParameter> typed(String address, MigrationParameters parameters, Ports ports) {
        List<MigrateParameter> typed = new ArrayList<>();
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        typed.add(new MigrateParameter("migrate_uri", "tcp://" + host + ":" + ports.memoryText()));
        typed.add(new MigrateParameter("listen_address", address));
        if (parameters.disks() != null) {
            // Not disks_port: libvirt up to 10.0 never gives that one back.
            typed.add(new MigrateParameter("disks_uri", "tcp://" + host + ":" + ports.disksText()));
            parameters.copiedDisks().forEach(disk -> typed.add(new MigrateParameter("migrate_disks", disk)));
        }
        if (parameters.tlsDestination() != null && parameters.security() == Security.SECURE) {
            typed.add(new MigrateParameter("tls.destination", parameters.tlsDestination()));
        }
        if (parameters.bandwidthMiBs() != null) {
            typed.add(new MigrateParameter("bandwidth", parameters.bandwidthMiBs()));
            if (parameters.mayPostCopy()) {
                // But for pages that the guest waits for: QEMU sends those at once.
                typed.add(new MigrateParameter("bandwidth.postcopy", parameters.bandwidthMiBs()));
            }
        }
        if (parameters.parallelConnections() != null) {
            typed.add(new MigrateParameter("parallel.connections", parameters.parallelConnections()));
        }
        if (parameters.compression() != null) {
            typed.add(new MigrateParameter(
                    "compression", parameters.compression().name().toLowerCase(Locale.ROOT)));
        }
        return typed;
    }

    private static Set<MigrateFlag> flags(MigrationParameters parameters, boolean persistent) {
        Set<MigrateFlag> flags = EnumSet.copyOf(MigrateFlag.agreed(parameters));
        if (persistent) {
            flags.add(MigrateFlag.PERSIST_DEST);
            flags.add(MigrateFlag.UNDEFINE_SOURCE);
        }
        return flags;
    }
}
