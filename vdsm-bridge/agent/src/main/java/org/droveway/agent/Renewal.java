package org.droveway.agent;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.identity.PendingRequest;
import org.droveway.agent.identity.UntrustedIdentityException;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.UsableAddresses;
import org.droveway.protocol.AddressText;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.link.AgentMessage;
import org.jspecify.annotations.Nullable;

/** Asks the engine for new certificates when it is time, and puts them in place. Called by one timer and by the link. */
final class Renewal {
    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final AgentConfig config;
    private final HostIdentity identity;
    private final Interfaces interfaces;
    private final Consumer<AgentMessage> engine;
    private final Clock clock;
    private @Nullable PendingRequest pending;
    private Instant askedAt = Instant.EPOCH;

    Renewal(
            AgentConfig config,
            HostIdentity identity,
            Interfaces interfaces,
            Consumer<AgentMessage> engine,
            Clock clock) {
        this.config = requireNonNull(config, "config");
        this.identity = requireNonNull(identity, "identity");
        this.interfaces = requireNonNull(interfaces, "interfaces");
        this.engine = requireNonNull(engine, "engine");
        this.clock = requireNonNull(clock, "clock");
    }

    synchronized void tick() {
        Instant now = clock.instant();
        List<String> addresses = UsableAddresses.of(interfaces.list());
        boolean due = identity.validity().renewalDue(now, addresses);
        if (due && !askedAt.plus(ASK_AGAIN_AFTER).isAfter(now)) {
            PendingRequest request = identity.requestRenewal(
                    AddressText.of(config.managementAddress().getAddress()), addresses);
            pending = request;
            askedAt = now;
            engine.accept(new AgentMessage.Renew(request.request()));
        }
    }

    synchronized void accept(CertificateGrant grant) {
        PendingRequest request = pending;
        if (request == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the engine sent certificates that nobody asked for; they are not used");
            return;
        }
        try {
            identity.renew(request, grant);
            pending = null;
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> "certificates renewed until " + identity.validity().to());
        } catch (UntrustedIdentityException e) {
            LOG.log(System.Logger.Level.ERROR, "the engine's new certificates are not used: " + e.getMessage());
        }
    }
}
