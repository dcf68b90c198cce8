package org.droveway.agent.compatibility;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.libvirt.MigrateParameter;

/**
 * What a migration asks of both ends: read from the call that libvirt will get, so that nothing is asked for that was not judged.
 *
 * @param compression methods, for example {@code xbzrle}
 * @param memoryScheme of the URI memory goes to: {@code tcp}, {@code rdma}, {@code unix}
 * @param disksScheme of the URI disks go to; empty: it names none
 * @param disksPort whether it names a bare port for disks
 * @param tlsName whether it names whose certificate is expected
 * @param resumable whether a post-copy that lost its way can be taken up again: the call is peer-to-peer or protects the domain from changes
 */
public record Wanted(
        boolean tls,
        boolean parallel,
        boolean postCopy,
        boolean zeroCopy,
        boolean autoConverge,
        boolean startsPaused,
        boolean resumable,
        Set<String> compression,
        String memoryScheme,
        String disksScheme,
        boolean disksPort,
        boolean tlsName) {
    public Wanted {
        compression = Set.copyOf(compression);
    }

    /** Reads a call. */
    public static Wanted of(MigrateCall call) {
        return of(call.flags().stream().map(Enum::name).collect(Collectors.toSet()), call.parameters());
    }

    /** @param flags names of libvirt's flags without their prefix; also those that no call of ours has yet */
    static Wanted of(Set<String> flags, List<MigrateParameter> parameters) {
        return new Wanted(
                flags.contains("TLS"),
                flags.contains("PARALLEL"),
                flags.contains("POSTCOPY"),
                flags.contains("ZEROCOPY"),
                flags.contains("AUTO_CONVERGE"),
                flags.contains("PAUSED"),
                flags.contains("PEER2PEER") || flags.contains("CHANGE_PROTECTION"),
                compression(flags, parameters),
                scheme(parameters, "migrate_uri"),
                scheme(parameters, "disks_uri"),
                values(parameters, "disks_port").findAny().isPresent(),
                values(parameters, "tls.destination").findAny().isPresent());
    }

    private static Set<String> compression(Set<String> flags, List<MigrateParameter> parameters) {
        Set<String> methods = values(parameters, "compression").collect(Collectors.toCollection(TreeSet::new));
        // Without one, libvirt chooses.
        return methods.isEmpty() && flags.contains("COMPRESSED") ? Set.of("xbzrle") : methods;
    }

    /** No URI class: a dry run's URI has PORT in place of a number. */
    private static String scheme(List<MigrateParameter> parameters, String name) {
        String uri = values(parameters, name).findFirst().orElse("");
        return uri.substring(0, Math.max(0, uri.indexOf("://")));
    }

    private static Stream<String> values(List<MigrateParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(parameter -> String.valueOf(parameter.value()));
    }
}
