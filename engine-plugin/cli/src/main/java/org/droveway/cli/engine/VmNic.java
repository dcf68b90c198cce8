package org.droveway.cli.engine;

import org.jspecify.annotations.Nullable;

/**
 * A NIC of a VM.
 *
 * @param type libvirt's word for how it is attached
 * @param network libvirt's network; null: none by name
 * @param hostNic bridge or interface of the host; null: not known
 */
public record VmNic(
        String mac,
        String type,
        @Nullable String network,
        @Nullable String hostNic) {}
