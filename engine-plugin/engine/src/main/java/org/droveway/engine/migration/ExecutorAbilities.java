package org.droveway.engine.migration;

/**
 * What a platform's executor can do; a plan that needs more is refused.
 *
 * @param ownPort the migration runs on the port that Droveway leased
 * @param ownPinhole the destination's firewall opens for this migration alone
 * @param listenAddress the destination listens on the planned address only
 * @param tls the data can travel in QEMU's TLS
 * @param strictHandover the destination stays paused until the source has let go
 */
public record ExecutorAbilities(
        boolean ownPort, boolean ownPinhole, boolean listenAddress, boolean tls, boolean strictHandover) {
    /** Everything there is. */
    public static final ExecutorAbilities ALL = new ExecutorAbilities(true, true, true, true, true);
}
