package org.droveway.agent.migration;

/** Where the VM is and what follows, from what both libvirts say: the {@link ReconciliationTable}, and what time adds to it. */
final class Reconciliation {
    /** What is decided, and why. */
    record Decision(Settlement settlement, String reason) {}

    private Reconciliation() {}

    /**
     * Decides.
     *
     * @param patienceOver whether there was time enough for everybody to answer
     */
    static Decision decide(Whereabouts seen, Circumstance circumstance, boolean patienceOver) {
        if (seen.jobRunning()) {
            return atWork(circumstance, patienceOver);
        }
        Row row = ReconciliationTable.of(circumstance, Side.of(seen.source()), Side.of(seen.destination()));
        return new Decision(patienceOver ? row.afterPatience() : row.then(), row.reason());
    }

    /** Post-copy may take its time: nothing that is ordered could end it. */
    private static Decision atWork(Circumstance circumstance, boolean patienceOver) {
        String reason = "the source's libvirt still works on the migration";
        if (circumstance == Circumstance.POST_COPY) {
            return new Decision(Settlement.GOES_ON, reason);
        }
        return new Decision(patienceOver ? Settlement.ATTENTION : Settlement.WAIT, reason);
    }
}
