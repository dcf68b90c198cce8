package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

/** Bytes on a NIC from just before the copy to CLOSING, as the kernel counts them. */
public record NicTraffic(String nic, long receivedBytes, long sentBytes) {
    public NicTraffic {
        requireNonNull(nic, "nic");
    }
}
