package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the migration role would come to.
 *
 * @param network over which migrations would go; null if over none
 * @param errors why the change is refused
 * @param warnings what an administrator should know
 */
public record RolePreview(
        String cluster,
        @Nullable String network,
        List<HostAddress> hosts,
        List<Refusal> errors,
        List<Refusal> warnings) {
    /** The address that a host would use, or why it has none; MTU in bytes. */
    public record HostAddress(
            String host,
            @Nullable String address,
            @Nullable String nic,
            @Nullable Integer mtu,
            String reason) {}
}
