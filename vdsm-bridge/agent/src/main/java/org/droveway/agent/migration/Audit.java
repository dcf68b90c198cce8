package org.droveway.agent.migration;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.permit.Permit;

/** Hears what was refused in the midst of a migration. */
interface Audit {
    void refused(Permit permit, List<Refusal> refusals);
}
