package org.droveway.protocol.peer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a migration can, as far as it is known there; what is not known is absent, never guessed.
 *
 * @param at the host's clock when it said so
 * @param hostUuid libvirt's UUID of the host
 * @param qemu the emulator that the VM uses
 * @param lockDriver libvirt's lock driver: {@code nop}, {@code lockd}, {@code sanlock}
 * @param tlsOnly whether its libvirt allows migrations with TLS only
 * @param userfaultfd whether QEMU may handle page faults itself, which post-copy needs
 */
public record HostAbilities(
        Instant at,
        @Nullable UUID hostUuid,
        @Nullable QemuAbilities qemu,
        @Nullable String lockDriver,
        @Nullable Boolean tlsOnly,
        @Nullable Boolean userfaultfd) {
    public HostAbilities {
        requireNonNull(at, "at");
    }
}
