package org.droveway.agent.path;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.droveway.agent.identity.MigrationTls;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.Route;
import org.droveway.agent.observation.Routes;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.observe.PathReport;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** What is asked of a path that was proved: round trip, full frames, throughput now and then, TLS. */
public final class PathCheck {
    private static final int ROUND_TRIPS = 3;
    private static final int SMALLEST_MTU = 576;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SAMPLE = Duration.ofMillis(200);

    private final Routes routes;
    private final Interfaces interfaces;
    private final MigrationTls tls;
    private final Clock clock;
    private final PathSamples samples = new PathSamples();

    public PathCheck(Routes routes, Interfaces interfaces, MigrationTls tls, Clock clock) {
        this.routes = requireNonNull(routes, "routes");
        this.interfaces = requireNonNull(interfaces, "interfaces");
        this.tls = requireNonNull(tls, "tls");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Asks everything.
     *
     * @param destination the permit's address
     * @param tlsDestination name that must be in the destination's certificate; null: insecure, TLS is not tried
     * @throws RefusedException if the path cannot carry the migration
     */
    public PathReport check(ProvedPath path, Permit permit, InetAddress destination, @Nullable String tlsDestination)
            throws RefusedException {
        Route route = routes.to(destination, null)
                .orElseThrow(() -> notProved(permit, new IOException("the route has gone meanwhile")));
        int bytes = mtu(route);
        Duration roundTrip = small(path, permit);
        fullFrames(path, permit, bytes);
        PathSample sample = sample(path, permit);
        if (tlsDestination != null) {
            tls(path, permit, tlsDestination);
        }
        return new PathReport(
                permit.sourceAddress(),
                permit.destinationAddress(),
                route.nic(),
                route.gateway(),
                bytes,
                roundTrip.toNanos() / 1000,
                sample.bytesPerSecond(),
                sample.at(),
                tlsDestination != null);
    }

    private int mtu(Route route) {
        int ofNic = interfaces.list().stream()
                .filter(nic -> nic.name().equals(route.nic()))
                .mapToInt(Nic::mtu)
                .findFirst()
                .orElse(SMALLEST_MTU);
        return route.mtu() == null ? ofNic : Math.min(ofNic, route.mtu());
    }

    private static Duration small(ProvedPath path, Permit permit) throws RefusedException {
        try {
            path.patience(PATIENCE);
            return path.roundTrip(ROUND_TRIPS);
        } catch (IOException e) {
            throw notProved(permit, e);
        }
    }

    private static void fullFrames(ProvedPath path, Permit permit, int mtu) throws RefusedException {
        try {
            path.fullFrames();
        } catch (SocketTimeoutException e) {
            throw refused(
                    RefusalCode.PATH_MTU_TOO_SMALL,
                    permit,
                    "short frames arrive, frames of " + mtu + " bytes do not within " + PATIENCE.toSeconds() + " s",
                    "an MTU of " + mtu + " bytes on every switch and interface between them",
                    "look for the link with the smaller MTU: ping -M do -s " + (mtu - headers(permit)) + " "
                            + permit.destinationAddress() + "; raise it, or lower the network's MTU");
        } catch (IOException e) {
            throw notProved(permit, e);
        }
    }

    /** IP and ICMP headers, which ping does not count. */
    private static int headers(Permit permit) {
        return permit.destinationAddress().indexOf(':') >= 0 ? 48 : 28;
    }

    private PathSample sample(ProvedPath path, Permit permit) throws RefusedException {
        try {
            return samples.newest(permit, clock.instant(), () -> path.throughput(SAMPLE));
        } catch (IOException e) {
            throw notProved(permit, e);
        }
    }

    private void tls(ProvedPath path, Permit permit, String destination) throws RefusedException {
        try {
            path.secure(this.tls.client(), destination);
        } catch (IOException e) {
            throw refused(
                    RefusalCode.CERTIFICATE_UNTRUSTED,
                    permit,
                    "TLS with the migration certificates fails: " + e.getMessage(),
                    "certificates of one CA on both hosts, the destination's for " + destination,
                    "compare ca-cert.pem, server-cert.pem and client-cert.pem in the migration PKI folders of "
                            + permit.sourceHost() + " and " + permit.destinationHost());
        }
    }

    private static RefusedException notProved(Permit permit, IOException failure) {
        return refused(
                RefusalCode.PATH_NOT_PROVED,
                permit,
                String.valueOf(failure.getMessage()),
                "a connection that lasts",
                "look at routes and firewalls between the hosts' migration addresses");
    }

    private static RefusedException refused(
            RefusalCode code, Permit permit, String found, String needed, String remedy) {
        String object = "path " + permit.sourceAddress() + " to " + permit.destinationAddress();
        return new RefusedException(List.of(Refusal.of(code, object, found, needed, remedy)));
    }
}
