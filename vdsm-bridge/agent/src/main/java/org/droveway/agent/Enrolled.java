package org.droveway.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.enrolment.Enrolment;
import org.droveway.agent.enrolment.EnrolmentRefusedException;
import org.droveway.agent.enrolment.Patience;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.identity.PendingRequest;
import org.droveway.agent.identity.UntrustedIdentityException;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.UsableAddresses;
import org.droveway.protocol.AddressText;

/** Gets the host its identity: from disk, or from the engine when there is none. */
final class Enrolled {
    private Enrolled() {}

    static HostIdentity identity(AgentConfig config, Interfaces interfaces, Clock clock, CountDownLatch stopping)
            throws UntrustedIdentityException, EnrolmentRefusedException, InterruptedException {
        Optional<HostIdentity> known = HostIdentity.load(config, clock.instant());
        if (known.isPresent()) {
            return known.get();
        }
        String token = token(config);
        PendingRequest pending = PendingRequest.create(
                config.host(),
                AddressText.of(config.managementAddress().getAddress()),
                UsableAddresses.of(interfaces.list()));
        Enrolment enrolment = new Enrolment(config.engine(), HostIdentity.authority(config), Patience.usual(stopping));
        return HostIdentity.create(config, pending, enrolment.enrol(pending.request(), token));
    }

    private static String token(AgentConfig config) throws EnrolmentRefusedException {
        try {
            String token = Files.readString(config.enrolmentTokenFile()).strip();
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException e) {
            throw noToken(config, e.toString());
        }
        throw noToken(config, "it is empty");
    }

    private static EnrolmentRefusedException noToken(AgentConfig config, String found) {
        return new EnrolmentRefusedException("host " + config.host() + " is not enrolled and has no token in "
                + config.enrolmentTokenFile() + ": " + found
                + "; put one of role enrolment there (drovectl token create --role enrolment)");
    }
}
