package org.droveway.agent.migration;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.libvirt.MigrateFlag;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** Where the call to libvirt is born: from permit and agreement, nothing else. */
final class LibvirtCalls {
    private LibvirtCalls() {}

    /**
     * The call.
     *
     * @param socket the relay's unix socket, which stands for the destination's libvirtd
     * @param port leased; null in a dry run, printed as {@code PORT}
     * @param persistent whether the domain is defined on the source, and so shall be on the destination
     */
    static MigrateCall of(
            Permit permit, MigrationParameters parameters, Path socket, @Nullable Integer port, boolean persistent) {
        Map<String, Object> typed = new LinkedHashMap<>();
        String address = permit.destinationAddress();
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        typed.put("migrate_uri", "tcp://" + host + ":" + (port == null ? "PORT" : port));
        typed.put("listen_address", address);
        if (parameters.tlsDestination() != null && parameters.security() == Security.SECURE) {
            typed.put("tls.destination", parameters.tlsDestination());
        }
        if (parameters.bandwidthMiBs() != null) {
            typed.put("bandwidth", parameters.bandwidthMiBs());
        }
        return new MigrateCall(
                permit.vm(),
                permit.vmName(),
                "qemu+unix:///system?socket=" + socket,
                typed,
                flags(parameters.security(), persistent));
    }

    private static Set<MigrateFlag> flags(Security security, boolean persistent) {
        Set<MigrateFlag> flags = EnumSet.of(MigrateFlag.LIVE, MigrateFlag.PEER2PEER, MigrateFlag.PAUSED);
        if (security == Security.SECURE) {
            flags.add(MigrateFlag.TLS);
        }
        if (persistent) {
            flags.add(MigrateFlag.PERSIST_DEST);
            flags.add(MigrateFlag.UNDEFINE_SOURCE);
        }
        return flags;
    }
}
