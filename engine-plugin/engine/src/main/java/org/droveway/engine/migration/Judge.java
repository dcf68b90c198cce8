package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        stream("the memory stream", Observation::memoryStream);
        if (ours().stream().anyMatch(o -> o.diskStream() != null)) {
            stream("the disks", Observation::diskStream);
        }
        if (plan.type() == Security.SECURE) {
            withoutCredentials()
                    .forEach(o ->
                            violations.add("host " + o.host() + ": QEMU had no TLS credentials, policy demands TLS"));
        }
    }

    private void stream(String what, Function<Observation, @Nullable StreamSecurity> seen) {
        List<String> plain = observers(seen, StreamSecurity.PLAIN);
        List<String> tls = observers(seen, StreamSecurity.TLS);
        if (plan.type() != Security.SECURE) {
            conforming.add("policy demands no encryption; " + what + " "
                    + (what.endsWith("s") ? "were " : "was ")
                    + (!tls.isEmpty() ? "TLS" : plain.isEmpty() ? "not seen" : "plain"));
            return;
        }
        plain.forEach(host -> violations.add("host " + host + " saw " + what + " in plain text, policy demands TLS"));
        if (plain.isEmpty() && tls.isEmpty()) {
            unknowns.add("no host saw the first bytes of " + what + ", so TLS is not proved");
        } else if (plain.isEmpty() && withoutCredentials().isEmpty()) {
            conforming.add(what + " began with TLS, seen by host " + String.join(" and host ", tls));
        }
    }

    private List<Observation> withoutCredentials() {
        return ours().stream()
                .filter(o -> Boolean.FALSE.equals(o.tlsCredentials()))
                .toList();
    }

    private List<Observation> ours() {
        return List.of(plan.from(), plan.to()).stream()
                .flatMap(host -> by(host).stream())
                .toList();
    }

    private List<String> observers(Function<Observation, @Nullable StreamSecurity> seen, StreamSecurity what) {
        return ours().stream()
                .filter(o -> seen.apply(o) == what)
                .map(Observation::host)
                .toList();
    }

    /**
     * The planned interface must have carried at least what the stream's own sockets carried: had it carried less, the
     * stream went another way. How much else any interface carried proves nothing: backups may be larger than a VM.
     */
    private void traffic(String host, String nic, @Nullable String managementNic, boolean sending) {
        Long stream = streamBytes(host, sending);
        Long carried = bytes(host, nic, sending);
        String verb = sending ? "sent" : "received";
        if (stream == null || carried == null) {
            unknowns.add("host " + host + ": bytes " + verb + (stream == null ? " by the stream" : " on " + nic)
                    + " were not counted");
        } else if (carried < stream) {
            violations.add("host " + host + ": the stream " + verb + " " + stream + " bytes, interface " + nic
                    + " only " + carried + ": the stream went another way");
        } else {
            conforming.add("host " + host + " " + verb + " " + carried + " bytes on " + nic + ", of them " + stream
                    + " by the stream" + beside(host, nic, managementNic, sending));
        }
    }

    /** What the management interface carried meanwhile, for people who wonder. */
    private String beside(String host, String nic, @Nullable String managementNic, boolean sending) {
        Long other = managementNic == null || managementNic.equals(nic) ? null : bytes(host, managementNic, sending);
        return other == null ? "" : "; all that used the management interface " + managementNic + ": " + other;
    }

    /** Null unless every connection was counted, and was seen when it had carried something. */
    private @Nullable Long streamBytes(String host, boolean sending) {
        List<ObservedConnection> seen = by(host).map(Observation::connections).orElse(List.of());
        long sum = 0;
        for (ObservedConnection connection : seen) {
            Long bytes = sending ? connection.sentBytes() : connection.receivedBytes();
            if (bytes == null) {
                return null;
            }
            sum += bytes;
        }
        // The kernel counts the SYN as a byte that was sent.
        return sum <= seen.size() ? null : Long.valueOf(sum);
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
