package org.droveway.protocol.peer;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a QEMU binary says of itself.
 *
 * @param version for example {@code 7.2.22}
 * @param capabilities names of the migration capabilities it knows, for example {@code multifd}
 * @param parameters names of the migration parameters it knows, for example {@code tls-creds}
 * @param compressions methods with which it can compress parallel connections, for example {@code zstd}
 * @param dropsCache whether it can drop the host's cache of a disk, so that any cache mode is safe to migrate
 */
public record QemuAbilities(
        String version,
        Set<String> capabilities,
        Set<String> parameters,
        Set<String> compressions,
        boolean dropsCache) {
    public QemuAbilities {
        requireNonNull(version, "version");
        capabilities = Set.copyOf(capabilities);
        parameters = Set.copyOf(parameters);
        compressions = Set.copyOf(compressions);
    }
}
