package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.MigrationParameters;
import org.jspecify.annotations.Nullable;

/**
 * What both agents settled.
 *
 * @param memoryPort leased port for memory; null in a dry run, which leases nothing
 * @param disksPort leased port for the disks that are copied; null in a dry run, and when none are
 * @param parameters as agreed
 * @param libvirtCall the call word for word, one parameter a line; a dry run prints {@code PORT} and {@code DISKS_PORT} in place of ports
 */
public record Agreement(
        String listenAddress,
        @Nullable Integer memoryPort,
        @Nullable Integer disksPort,
        MigrationParameters parameters,
        String libvirtCall) {
    public Agreement {
        requireNonNull(listenAddress, "listenAddress");
        requireNonNull(parameters, "parameters");
        requireNonNull(libvirtCall, "libvirtCall");
    }

    /** No disk is copied. */
    public Agreement(
            String listenAddress, @Nullable Integer memoryPort, MigrationParameters parameters, String libvirtCall) {
        this(listenAddress, memoryPort, null, parameters, libvirtCall);
    }
}
