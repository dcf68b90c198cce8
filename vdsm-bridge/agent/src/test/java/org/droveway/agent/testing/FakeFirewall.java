package org.droveway.agent.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.jspecify.annotations.Nullable;

/** A firewall that only remembers. */
public final class FakeFirewall implements Firewall {
    private final Map<Pinhole, Duration> pinholes = new HashMap<>();
    private HostMode mode = HostMode.OBSERVE;
    private @Nullable String failure;
    private long accepted;
    private long refused;

    /** From now on everything fails with this. */
    public void fail(String message) {
        failure = message;
    }

    public void count(long acceptedNow, long refusedNow) {
        accepted = acceptedNow;
        refused = refusedNow;
    }

    /** Open ones with the time they were given last. */
    public Map<Pinhole, Duration> pinholes() {
        return Map.copyOf(pinholes);
    }

    public void forgetPinholes() {
        pinholes.clear();
    }

    private void mayFail() {
        if (failure != null) {
            throw new FirewallException(failure);
        }
    }

    @Override
    public void apply(HostMode wanted) {
        mayFail();
        mode = wanted;
    }

    @Override
    public HostMode mode() {
        return mode;
    }

    @Override
    public FirewallState state() {
        return mode == HostMode.ENFORCE ? FirewallState.SHUT : FirewallState.OPEN;
    }

    @Override
    public void open(Pinhole pinhole, Duration timeout) {
        mayFail();
        pinholes.put(pinhole, timeout);
    }

    @Override
    public void shut(Pinhole pinhole) {
        mayFail();
        pinholes.remove(pinhole);
    }

    @Override
    public void keepOnly(Collection<Pinhole> wanted) {
        pinholes.keySet().retainAll(wanted);
    }

    @Override
    public long accepted(int port) {
        return accepted;
    }

    @Override
    public long refused() {
        return refused;
    }

    @Override
    public boolean repair() {
        return false;
    }
}
