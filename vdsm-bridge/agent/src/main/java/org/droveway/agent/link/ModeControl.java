package org.droveway.agent.link;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostMode;

/** Puts the host into a mode that the engine names. May block for a moment. */
public interface ModeControl {
    /** Why it was not done; empty: done, and remembered across restarts. */
    List<Refusal> change(HostMode mode);
}
