package org.droveway.agent.lease;

import java.util.UUID;

/** The lease ended, ran out, or never was. */
public final class UnknownLeaseException extends RuntimeException {
    public UnknownLeaseException(UUID lease) {
        super("lease " + lease + " is not held on this host: it ended, ran out, or never was");
    }
}
