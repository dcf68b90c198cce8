package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostMode;

/** Changes the host's mode: remembered first, so that a crash in between ends in the mode that was wanted. */
public final class ModeSwitch {
    private final Firewall firewall;
    private final StoredMode stored;

    public ModeSwitch(Firewall firewall, StoredMode stored) {
        this.firewall = requireNonNull(firewall, "firewall");
        this.stored = requireNonNull(stored, "stored");
    }

    /**
     * Puts the host into the mode it was in last; at a start, before anything else.
     *
     * @throws FirewallException if the kernel refuses
     */
    public void restore() {
        HostMode mode = stored.read();
        if (mode != HostMode.OBSERVE) {
            firewall.apply(mode);
        }
    }

    /** Why it was not done; empty: done. */
    public synchronized List<Refusal> change(HostMode mode) {
        if (mode == firewall.mode()) {
            return List.of();
        }
        HostMode before = stored.read();
        stored.write(mode);
        try {
            firewall.apply(mode);
            return List.of();
        } catch (FirewallException e) {
            stored.write(before);
            return List.of(Refusal.of(
                    RefusalCode.FIREWALL_UNKNOWN,
                    "table inet droveway",
                    String.valueOf(e.getMessage()),
                    "a firewall in mode " + mode,
                    "load the kernel's nf_tables, see that the agent runs as root, and set the mode again"));
        }
    }
}
