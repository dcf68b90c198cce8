package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.droveway.engine.migration.Planning.VM1;
import static org.droveway.engine.migration.Planning.outcome;
import static org.droveway.engine.migration.Planning.plan;
import static org.droveway.engine.migration.Planning.planned;
import static org.droveway.engine.migration.Planning.to;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.HostMode;
import org.junit.jupiter.api.Test;

/** What a plan says. */
class TestPlanner {
    @Test
    void plansTheWholeWay() {
        Plan plan = planned(Sample.lab().policy("secure"), to("h2"));
        assertThat(plan.from()).isEqualTo("h1");
        assertThat(plan.to()).isEqualTo("h2");
        assertThat(plan.network()).isEqualTo("migration");
        assertThat(plan.cidr()).isEqualTo("10.62.0.0/24");
        assertThat(plan.type()).isEqualTo(Security.SECURE);
        assertThat(plan.sourceAddress()).isEqualTo("10.62.0.11");
        assertThat(plan.destinationAddress()).isEqualTo("10.62.0.12");
        assertThat(plan.sourceNic()).isEqualTo("mig0");
        assertThat(plan.destinationNic()).isEqualTo("mig0");
        assertThat(plan.mtu()).isEqualTo(1500);
        assertThat(plan.ports()).isEqualTo(1);
        assertThat(plan.managementNetwork()).isFalse();
        assertThat(plan.policyVersion()).isEqualTo(7);
        assertThat(plan.parameters().tlsDestination()).isEqualTo("h2");
        assertThat(plan.libvirtCall()).isNull();
    }

    @Test
    void givesAReasonForEveryDecision() {
        Plan plan = planned(Sample.lab().policy("secure,network=10.63.0.0/24"), to("h2"));
        assertThat(plan.decisions())
                .extracting(Decision::subject)
                .containsExactly(
                        "security",
                        "network",
                        "warning",
                        "host",
                        "source address",
                        "destination address",
                        "mtu",
                        "transport",
                        "disks",
                        "ports",
                        "handover",
                        "connections",
                        "compression",
                        "convergence",
                        "bandwidth",
                        "downtime");
        assertThat(plan.decisions()).allSatisfy(d -> assertThat(d.reason()).isNotBlank());
    }

    @Test
    void choosesTheHostWithTheGreatestWeight() {
        Sample sample = Sample.lab().host(SampleHost.number(3).memoryFree(9000));
        assertThat(planned(sample, VM1).to()).isEqualTo("h3");
    }

    @Test
    void ofEqualHostsItChoosesTheFirstByName() {
        assertThat(planned(Sample.lab(), VM1).to()).isEqualTo("h2");
    }

    @Test
    void insecureHasNoTlsDestination() {
        Plan plan = planned(Sample.lab().policy("insecure"), to("h2"));
        assertThat(plan.type()).isEqualTo(Security.INSECURE);
        assertThat(plan.parameters().tlsDestination()).isNull();
    }

    @Test
    void usesTheManagementNetworkForAHostThatPolicyDoesNotReachOnlyOnAsking() {
        Sample sample = Sample.lab().host(SampleHost.bare(3));
        Plan plan = planned(sample, new PlanRequest("vm1", "h3", null, null, null, null, true, true));
        assertThat(plan.managementNetwork()).isTrue();
        assertThat(plan.network()).isEqualTo("management");
        assertThat(plan.destinationAddress()).isEqualTo("10.61.0.13");
        assertThat(plan.decisions())
                .filteredOn(d -> d.subject().equals("management network"))
                .singleElement()
                .satisfies(d -> assertThat(d.reason()).contains("host h3: no address in 10.62.0.0/24"));
    }

    @Test
    void staysOnTheMigrationNetworkWhereItReachesEvenIfTheOtherIsAllowed() {
        Plan plan = planned(Sample.lab(), new PlanRequest("vm1", "h2", null, null, null, null, true, true));
        assertThat(plan.network()).isEqualTo("migration");
        assertThat(plan.managementNetwork()).isFalse();
    }

    @Test
    void marksTheManagementNetworkAlsoWherePolicyNamesIt() {
        Plan plan = planned(
                Sample.lab().role("migration").role("management", NetworkRole.MANAGEMENT, NetworkRole.MIGRATION),
                to("h2"));
        assertThat(plan.managementNetwork()).isTrue();
        assertThat(plan.decisions()).contains(new Decision("management network", "used", "the policy names it"));
    }

    @Test
    void planWithThePolicysCidrKeepsItAsWritten() {
        Sample sample = Sample.empty()
                .policy("insecure,network=10.62.0.77/16")
                .host(SampleHost.number(1).vm(Sample.vm(1)))
                .host(SampleHost.number(2));
        Plan plan = planned(sample, VM1);
        assertThat(plan.network()).isEqualTo("10.62.0.77/16");
        assertThat(plan.cidr()).isEqualTo("10.62.0.0/16");
    }

    @Test
    void mtuIsTheSmallerOne() {
        SampleHost jumbo = SampleHost.bare(2).nic("mig0", 9000, "10.62.0.12/24");
        assertThat(planned(Sample.lab().host(jumbo), to("h2")).mtu()).isEqualTo(1500);
    }

    @Test
    void aPathBelowTheNetworksMtuIsAWarning() {
        SampleHost small = SampleHost.bare(2).nic("mig0", 1400, "10.62.0.12/24");
        Plan plan = planned(Sample.lab().host(small), to("h2"));
        assertThat(plan.mtu()).isEqualTo(1400);
        assertThat(plan.decisions())
                .contains(new Decision("warning", "migration", "the network's MTU is 1500, the path's only 1400"));
    }

    @Test
    void parametersAreThoseOfTheRequest() {
        PlanRequest request = new PlanRequest("vm1", "h2", null, null, 100L, 250, false, false);
        Plan plan = planned(Sample.lab(), request);
        assertThat(plan.orderParameters().bandwidthMiBs()).isEqualTo(100);
        assertThat(plan.orderParameters().maxDowntimeMs()).isEqualTo(250);
    }

    @Test
    void unknownObjectsAreUnknown() {
        assertThatThrownBy(() -> outcome(Sample.lab(), PlanRequest.of("vm9"))).hasMessage("there is no VM vm9");
        assertThatThrownBy(() -> outcome(Sample.lab(), to("h9"))).hasMessage("there is no host h9");
    }

    @Test
    void permitSaysWhatThePlanSays() {
        Plan plan = planned(Sample.lab(), to("h2"));
        var permit = Permits.of(plan, new UUID(1, 1), new UUID(2, 2), Sample.NOW);
        assertThat(permit.sourceAddress()).isEqualTo(plan.sourceAddress());
        assertThat(permit.destinationAddress()).isEqualTo(plan.destinationAddress());
        assertThat(permit.sourceHost()).isEqualTo("h1");
        assertThat(permit.destinationHost()).isEqualTo("h2");
        assertThat(permit.security()).isEqualTo(Security.SECURE);
        assertThat(permit.policyVersion()).isEqualTo(7);
        assertThat(permit.expiresAt()).isEqualTo(Sample.NOW.plus(Permits.VALIDITY));
    }

    @Test
    void sameQuestionHasTheSameAnswerInWhateverOrderItIsAsked() {
        Random random = new Random(48);
        for (int round = 0; round < 300; round++) {
            Sample sample = Sample.empty().role("migration", NetworkRole.MIGRATION);
            List<SampleHost> hosts = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                hosts.add(RandomHosts.any(i, random));
            }
            hosts.forEach(sample::host);
            PlanOutcome first = outcome(sample, VM1);
            Collections.shuffle(hosts, random);
            Sample shuffled = Sample.empty().role("migration", NetworkRole.MIGRATION);
            hosts.forEach(shuffled::host);
            assertThat(outcome(shuffled, VM1)).isEqualTo(first);
        }
    }

    @Test
    void neverPlansWhatAFilterRefuses() {
        Random random = new Random(49);
        int planned = 0;
        for (int round = 0; round < 2000; round++) {
            Sample sample = Sample.empty().role("migration", NetworkRole.MIGRATION);
            for (int i = 1; i <= 4; i++) {
                sample.host(RandomHosts.any(i, random));
            }
            InventorySnapshot snapshot = sample.snapshot();
            if (outcome(sample, VM1) instanceof PlanOutcome.Planned found) {
                planned++;
                Plan plan = found.plan();
                var destination = snapshot.host(plan.to()).orElseThrow();
                assertThat(destination.isUp()).isTrue();
                assertThat(destination.mode()).isEqualTo(HostMode.ENFORCE);
                assertThat(plan.destinationAddress()).startsWith("10.62.0.");
                assertThat(plan.sourceAddress()).startsWith("10.62.0.").isNotEqualTo(plan.destinationAddress());
                assertThat(snapshot.vmsOn(plan.to())).noneMatch(v -> v.name().equals("vm1"));
            }
        }
        assertThat(planned).isBetween(200, 1900);
    }
}
