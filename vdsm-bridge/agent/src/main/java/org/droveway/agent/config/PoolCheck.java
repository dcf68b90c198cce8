package org.droveway.agent.config;

import java.util.ArrayList;
import java.util.List;

/** What a pool of migration ports must not collide with. */
final class PoolCheck {
    private PoolCheck() {}

    static List<String> problems(PortPool pool, int peerPort, EphemeralPorts ephemeral) {
        List<String> problems = new ArrayList<>();
        if (pool.overlaps(PortPool.ofLibvirt())) {
            problems.add("portPool " + pool + " overlaps libvirt's own range " + PortPool.ofLibvirt()
                    + ", from which libvirt takes ports by itself; choose another, for example 61000-61049");
        }
        if (pool.contains(peerPort)) {
            problems.add("portPool " + pool + " contains peerPort " + peerPort + "; choose another for one of them");
        }
        if (ephemeral.mayTakeFrom(pool)) {
            problems.add("portPool " + pool + " overlaps net.ipv4.ip_local_port_range " + ephemeral.range()
                    + ", from which the kernel takes ports for outgoing connections; choose ports outside, or add "
                    + pool + " to net.ipv4.ip_local_reserved_ports");
        }
        return problems;
    }
}
