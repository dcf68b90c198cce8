package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.UUID;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.peer.PeerClient;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.peer.VmOffer;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask the destination for another port, and when. */
class TestResumption extends TwoHosts {
    private final MigrationParameters postCopy = new MigrationParameters(
            Security.INSECURE, null, null, null, null, null, null, Handover.FAST, Convergence.POST_COPY);
    private MigrationOrder order;
    private VmOffer vm;

    @BeforeEach
    void begun() throws Exception {
        parameters = postCopy;
        order = order(UUID.randomUUID(), Instant.now().plusSeconds(60));
        Permit permit = order.permit().verify(authority.host("h1").permitKey());
        vm = OfferBuilder.vm(source.hypervisor, permit);
        try (PeerClient client = client("h1")) {
            PeerResponse answer = client.ask(
                    new PeerRequest.Offer(1, postCopy.needs(), false, order.permit(), vm, postCopy, "9.0.0", "7.2.0"));
            assertThat(answer).isInstanceOf(PeerResponse.Accept.class);
        }
    }

    @Override
    PortPool pool() throws IOException {
        return pool(2);
    }

    @Test
    void withoutAFreePortNothingChanges() throws Exception {
        runs("running (post-copy failed)");
        int last = destination.config.portPool().last();
        int held = destination.leases.all().get(0).memoryPort();
        int other = held == last ? last - 1 : last;
        try (ServerSocket taken = new ServerSocket(other, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertRefused(resume("h1", order), "NO_FREE_PORT");
        }
        assertThat(destination.leases.all()).hasSize(1);
    }

    private PeerClient client(String host) throws Exception {
        return new PeerClient(
                authority.host(host),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), destination.config.peerPort()),
                "h2");
    }

    private PeerResponse resume(String host, MigrationOrder asked) throws Exception {
        try (PeerClient client = client(host)) {
            return client.ask(new PeerRequest.Resume(asked.permit(), vm, postCopy));
        }
    }

    private void runs(String word) {
        destination.hypervisor.domains.put(VM, DomainStatus.ofWord(word));
    }

    private static void assertRefused(PeerResponse answer, String code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PeerResponse.Refuse.class,
                        refuse -> assertThat(refuse.refusals())
                                .extracting(Refusal::code)
                                .containsExactly(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"running (post-copy failed)", "running (post-copy)"})
    void aVmInPostCopyGetsAnotherLease(String word) throws Exception {
        runs(word);
        UUID before = destination.leases.all().get(0).id();
        assertThat(resume("h1", order)).isInstanceOf(PeerResponse.Accept.class);
        assertThat(destination.leases.all())
                .hasSize(1)
                .noneMatch(lease -> lease.id().equals(before));
        assertThat(destination.hypervisor.domains.get(VM).word()).isEqualTo("running (post-copy failed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "paused (migration)", "absent", "paused (user)"})
    void aVmThatIsNotInPostCopyDoesNot(String word) throws Exception {
        runs(word);
        UUID before = destination.leases.all().get(0).id();
        assertRefused(resume("h1", order), "VM_NOT_RUNNING");
        assertThat(destination.leases.all())
                .hasSize(1)
                .allMatch(lease -> lease.id().equals(before));
        assertThat(destination.hypervisor.domains.get(VM).word()).isEqualTo(word);
    }

    @Test
    void anotherHostIsRefused() throws Exception {
        runs("running (post-copy failed)");
        assertRefused(resume("h3", order), "PERMIT_FOR_OTHER");
    }

    @Test
    void anotherPermitIsRefused() throws Exception {
        runs("running (post-copy failed)");
        assertRefused(resume("h1", order(UUID.randomUUID(), Instant.now().plusSeconds(60))), "PERMIT_FOR_OTHER");
    }

    @Test
    void whatRanHereIsNeverRemoved() throws Exception {
        runs("running (post-copy failed)");
        assertThat(resume("h1", order)).isInstanceOf(PeerResponse.Accept.class);
        UUID lease = destination.leases.all().get(0).id();
        try (PeerClient client = client("h1")) {
            assertRefused(client.ask(new PeerRequest.Close(lease, false)), "INTERNAL");
        }
        assertThat(destination.hypervisor.domains).containsKey(VM);
    }
}
