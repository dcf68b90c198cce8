package org.droveway.cli.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host as its agent last reported it. */
public record Host(
        String name,
        String cluster,
        String state,
        String mode,
        @Nullable String firewall,
        List<Nic> nics,
        @Nullable String migrationAddress,
        @Nullable String managementAddress,
        @Nullable String portPool,
        @Nullable String libvirtVersion,
        @Nullable String qemuVersion,
        @Nullable String agentVersion,
        List<String> capabilities,
        long memoryTotalMiB,
        long memoryFreeMiB,
        int cpus,
        List<Certificate> certificates,
        List<Pin> pins,
        @Nullable Instant lastSeen) {}
