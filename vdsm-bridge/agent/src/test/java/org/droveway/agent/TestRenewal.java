package org.droveway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.identity.PendingRequest;
import org.droveway.agent.testing.Authority;
import org.droveway.agent.testing.Configs;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.enrol.CertificateRequest;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.link.AgentMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRenewal {
    private final Authority authority = new Authority("Droveway agents");
    private final SettableClock clock = new SettableClock(Instant.now());
    private final List<AgentMessage> sent = new ArrayList<>();
    private List<Nic> nics = List.of(nic("10.62.0.11"));
    private HostIdentity identity;
    private Renewal renewal;

    @TempDir
    private Path folder;

    @BeforeEach
    void enrol() throws Exception {
        AgentConfig config = Configs.in(folder, authority);
        PendingRequest pending = PendingRequest.create("h1", "10.61.0.11", List.of("10.62.0.11"));
        identity = HostIdentity.create(config, pending, authority.grant(pending.request()));
        renewal = new Renewal(config, identity, () -> nics, sent::add, clock);
    }

    private static Nic nic(String address) {
        return new Nic("mig0", true, 1500, List.of(new NicAddress(address, 24, "global", false, false, false, false)));
    }

    private CertificateRequest asked() {
        return ((AgentMessage.Renew) sent.get(sent.size() - 1)).request();
    }

    @Test
    void freshCertificatesAreLeftAlone() {
        renewal.tick();
        assertThat(sent).isEmpty();
    }

    @Test
    void asksAtHalfOfTheirLife() {
        clock.advance(Duration.ofHours(85));
        renewal.tick();
        assertThat(sent).hasSize(1);
        assertThat(asked().migrationAddresses()).containsExactly("10.62.0.11");
    }

    @Test
    void asksWhenTheHostGetsAnAddress() {
        nics = List.of(nic("10.62.0.11"), nic("10.64.0.11"));
        renewal.tick();
        assertThat(asked().migrationAddresses()).containsExactly("10.62.0.11", "10.64.0.11");
    }

    @Test
    void doesNotPesterTheEngine() {
        clock.advance(Duration.ofHours(85));
        renewal.tick();
        clock.advance(Duration.ofSeconds(59));
        renewal.tick();
        assertThat(sent).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        renewal.tick();
        assertThat(sent).hasSize(2);
    }

    @Test
    void usesWhatItAskedFor() {
        nics = List.of(nic("10.64.0.11"));
        renewal.tick();
        renewal.accept(authority.grant(asked()));
        assertThat(identity.validity().addresses()).containsExactly("10.64.0.11");
        clock.advance(Duration.ofMinutes(2));
        renewal.tick();
        assertThat(sent).hasSize(1);
    }

    @Test
    void certificatesThatNobodyAskedForAreNotUsed() {
        PendingRequest other = PendingRequest.create("h1", "10.61.0.11", List.of("10.99.0.1"));
        renewal.accept(authority.grant(other.request()));
        assertThat(identity.validity().addresses()).containsExactly("10.62.0.11");
    }

    @Test
    void certificatesOfAnotherCaAreNotUsed() {
        nics = List.of(nic("10.64.0.11"));
        renewal.tick();
        renewal.accept(new Authority("Somebody else").grant(asked()));
        assertThat(identity.validity().addresses()).containsExactly("10.62.0.11");
    }
}
