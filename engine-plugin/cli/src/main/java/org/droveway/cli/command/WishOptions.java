package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.engine.MigrationOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person may wish for one migration; the policy decides about the rest. */
final class WishOptions {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "secure or insecure; less than the policy's takes --reason.")
    private MigrateCommand.@Nullable Type type;

    @Option(names = "--network", paramLabel = "NET|CIDR", description = "Another network of the cluster.")
    private @Nullable String network;

    @Option(
            names = "--with-local-disks",
            description = "Copies the disks that only the source sees; without it such a VM is refused.")
    private boolean localDisks;

    @Option(
            names = "--bandwidth",
            paramLabel = "MiB/s",
            description = "Upper bound in MiB/s for memory and disks together.")
    private @Nullable Long bandwidth;

    @Option(
            names = {"--connections", "--parallel-connections"},
            paramLabel = "N",
            description = "Connections that carry the memory, 1 to 255 (by default by the VM's size).")
    private @Nullable Integer connections;

    @Option(
            names = "--compression",
            paramLabel = "METHOD",
            description = "none, xbzrle (one connection only), zstd or zlib (several only).")
    private @Nullable CompressionName compression;

    @Option(
            names = "--convergence",
            paramLabel = "WAY",
            description = "What if the guest outruns the copy: cancel, keep-on, throttle or post-copy.")
    private @Nullable ConvergenceName convergence;

    @Option(names = "--post-copy", description = "The same as --convergence post-copy; with the fast handover.")
    private boolean postCopy;

    @Option(
            names = "--handover",
            paramLabel = "KIND",
            description = "strict: the source is proved to have let go; fast: it is not waited for.")
    private @Nullable Handover handover;

    @Option(names = "--max-downtime", paramLabel = "MS", description = "Longest stop of the guest in ms (QEMU: 300).")
    private @Nullable Integer maxDowntime;

    @Option(
            names = "--allow-management-network",
            description = "Allows this migration to use the management network; it is marked and audited.")
    private boolean allowManagementNetwork;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why it is less secure than the policy; takes migration-override.")
    private @Nullable String reason;

    MigrationOrder order(String vm, @Nullable String host, boolean dryRun) {
        return new MigrationOrder(
                vm,
                host,
                type == null ? null : type.wireName(),
                network,
                bandwidth,
                maxDowntime,
                connections,
                CompressionName.wireName(compression),
                ConvergenceName.wireName(convergence),
                said(postCopy),
                handover == null ? null : Boolean.valueOf(handover == Handover.FAST),
                said(localDisks),
                said(allowManagementNetwork),
                reason,
                dryRun);
    }

    private static @Nullable Boolean said(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }

    /** When the destination may run the VM. */
    enum Handover {
        STRICT,
        FAST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
