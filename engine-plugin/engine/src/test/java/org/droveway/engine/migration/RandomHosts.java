package org.droveway.engine.migration;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.VmState;

/** Hosts in all states, from a seeded source of chance; vm1 runs on h1. */
final class RandomHosts {
    private RandomHosts() {}

    static SampleHost any(int i, Random random) {
        SampleHost host = random.nextInt(4) == 0 ? SampleHost.bare(i) : SampleHost.number(i);
        if (i == 1) {
            return SampleHost.number(1).vm(Sample.vm(1));
        }
        if (random.nextInt(6) == 0) {
            host.down();
        }
        if (random.nextInt(6) == 0) {
            host.mode(any(List.of(HostMode.values()), random));
        }
        if (random.nextInt(8) == 0) {
            host.firewall(any(List.of(FirewallState.values()), random));
        }
        if (random.nextInt(6) == 0) {
            host.cluster("other");
        }
        if (random.nextInt(8) == 0) {
            host.vm(Sample.vm(new UUID(7, i), "vm1", VmState.OFF));
        }
        if (random.nextInt(8) == 0) {
            host.nic("mig1", 9000, "10.62.0." + (100 + i) + "/24");
        }
        return host.memoryFree(256L * random.nextInt(8));
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
