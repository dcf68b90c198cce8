package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.droveway.protocol.Security;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.observe.StreamSecurity;
import org.jspecify.annotations.Nullable;

/**
 * Holds what both hosts saw against the plan (rule 11). One thing that is not as planned makes it {@code violates}; else one
 * thing that nobody saw makes it {@code unknown}.
 */
public final class Judge {
    private final Plan plan;
    private final List<Observation> observations;
    private final List<String> violations = new ArrayList<>();
    private final List<String> unknowns = new ArrayList<>();
    private final List<String> conforming = new ArrayList<>();

    private Judge(Plan plan, List<Observation> observations) {
        this.plan = plan;
        this.observations = observations;
    }

    /**
     * The verdict on a migration that has completed.
     *
     * @param observations at most one for each host counts, the last
     */
    public static Judgement judge(Plan plan, ManagementNics management, List<Observation> observations) {
        Judge judge = new Judge(plan, observations);
        judge.connections(plan.from(), plan.sourceAddress(), plan.destinationAddress(), plan.sourceNic());
        judge.connections(plan.to(), plan.destinationAddress(), plan.sourceAddress(), plan.destinationNic());
        judge.stream();
        judge.traffic(plan.from(), plan.sourceNic(), management.source(), true);
        judge.traffic(plan.to(), plan.destinationNic(), management.destination(), false);
        judge.pinhole();
        return judge.judgement();
    }

    private Judgement judgement() {
        List<String> reasons = new ArrayList<>(violations);
        reasons.addAll(unknowns);
        reasons.addAll(conforming);
        Verdict verdict =
                !violations.isEmpty() ? Verdict.VIOLATES : unknowns.isEmpty() ? Verdict.CONFORMS : Verdict.UNKNOWN;
        return new Judgement(verdict, reasons);
    }

    private Optional<Observation> by(String host) {
        return observations.stream().filter(o -> o.host().equals(host)).reduce((first, last) -> last);
    }

    private void connections(String host, String local, String remote, String nic) {
        List<ObservedConnection> seen = by(host).map(Observation::connections).orElse(List.of());
        if (seen.isEmpty()) {
            unknowns.add("host " + host + " saw no connection of the stream");
            return;
        }
        int before = violations.size();
        for (ObservedConnection connection : seen) {
            expect(host, "local address", local, connection.localAddress());
            expect(host, "remote address", remote, connection.remoteAddress());
            if (!connection.nic().equals(nic)) {
                violations.add("host " + host + ": the stream used interface " + connection.nic() + ", planned " + nic);
            }
        }
        if (violations.size() == before) {
            conforming.add("host " + host + ": " + seen.size() + " connection(s) between " + local + " and " + remote
                    + " on " + nic);
        }
    }

    private void expect(String host, String what, String planned, String seen) {
        if (!Addresses.same(planned, seen)) {
            violations.add("host " + host + ": the stream's " + what + " was " + seen + ", planned " + planned);
        }
    }

    private void stream() {
        boolean secure = plan.type() == Security.SECURE;
        List<String> plain = observers(StreamSecurity.PLAIN);
        List<String> tls = observers(StreamSecurity.TLS);
        List<Observation> without = ours().stream()
                .filter(o -> Boolean.FALSE.equals(o.tlsCredentials()))
                .toList();
        if (!secure) {
            conforming.add("policy demands no encryption; the memory stream was "
                    + (!tls.isEmpty() ? "TLS" : plain.isEmpty() ? "not seen" : "plain"));
            return;
        }
        plain.forEach(
                host -> violations.add("host " + host + " saw the memory stream in plain text, policy demands TLS"));
        without.forEach(o -> violations.add("host " + o.host() + ": QEMU had no TLS credentials, policy demands TLS"));
        if (plain.isEmpty() && tls.isEmpty()) {
            unknowns.add("no host saw the first bytes of the memory stream, so TLS is not proved");
        } else if (plain.isEmpty() && without.isEmpty()) {
            conforming.add("the memory stream began with TLS, seen by host " + String.join(" and host ", tls));
        }
    }

    private List<Observation> ours() {
        return List.of(plan.from(), plan.to()).stream()
                .flatMap(host -> by(host).stream())
                .toList();
    }

    private List<String> observers(StreamSecurity what) {
        return ours().stream()
                .filter(o -> o.memoryStream() == what)
                .map(Observation::host)
                .toList();
    }

    private void traffic(String host, String nic, @Nullable String managementNic, boolean sending) {
        if (plan.managementNetwork() || Objects.equals(nic, managementNic)) {
            // One NIC for both: bytes cannot tell them apart, the connections' addresses do.
            return;
        }
        Long planned = bytes(host, nic, sending);
        Long other = managementNic == null ? null : bytes(host, managementNic, sending);
        String verb = sending ? "sent" : "received";
        if (planned == null || other == null) {
            unknowns.add("host " + host + ": bytes " + verb + " on "
                    + (planned == null ? nic : "the management interface") + " were not counted");
        } else if (planned <= other) {
            violations.add("host " + host + " " + verb + " " + other + " bytes on the management interface "
                    + managementNic + " and only " + planned + " on " + nic);
        } else {
            conforming.add("host " + host + " " + verb + " " + planned + " bytes on " + nic + " and " + other
                    + " on the management interface " + managementNic);
        }
    }

    private @Nullable Long bytes(String host, String nic, boolean sending) {
        return by(host).stream()
                .flatMap(o -> o.traffic().stream())
                .filter(t -> t.nic().equals(nic))
                .findFirst()
                .map(sending ? NicTraffic::sentBytes : NicTraffic::receivedBytes)
                .orElse(null);
    }

    private void pinhole() {
        List<PinholeRecord> pinholes = by(plan.to()).map(Observation::pinholes).orElse(List.of());
        if (pinholes.isEmpty()) {
            unknowns.add("host " + plan.to() + " recorded no pinhole");
            return;
        }
        int before = violations.size();
        for (PinholeRecord pinhole : pinholes) {
            String where = "host " + plan.to() + ": the pinhole for port " + pinhole.port();
            if (!Addresses.same(plan.sourceAddress(), pinhole.source())
                    || !Addresses.same(plan.destinationAddress(), pinhole.destination())) {
                violations.add(where + " was open from " + pinhole.source() + " to " + pinhole.destination()
                        + ", planned " + plan.sourceAddress() + " to " + plan.destinationAddress());
            }
            if (pinhole.removedAt() == null) {
                violations.add(where + " is still there");
            }
        }
        if (violations.size() == before) {
            conforming.add("host " + plan.to() + " removed " + pinholes.size() + " pinhole(s)");
        }
    }
}
