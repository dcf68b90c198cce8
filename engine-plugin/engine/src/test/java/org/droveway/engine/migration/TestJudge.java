package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.droveway.engine.migration.SamplePlans.destination;
import static org.droveway.engine.migration.SamplePlans.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.observe.StreamSecurity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestJudge {
    @ParameterizedTest
    @CsvSource({
        "secure, TLS, TLS, CONFORMS",
        "secure, TLS, UNKNOWN, CONFORMS",
        "secure, UNKNOWN, TLS, CONFORMS",
        "secure, UNKNOWN, UNKNOWN, UNKNOWN",
        "secure, PLAIN, TLS, VIOLATES",
        "secure, TLS, PLAIN, VIOLATES",
        "secure, PLAIN, PLAIN, VIOLATES",
        "secure, PLAIN, UNKNOWN, VIOLATES",
        "insecure, PLAIN, PLAIN, CONFORMS",
        "insecure, TLS, TLS, CONFORMS",
        "insecure, UNKNOWN, UNKNOWN, CONFORMS",
    })
    void streamMustBeTlsWhereThePolicyDemandsIt(
            String policy, StreamSecurity atSource, StreamSecurity atDestination, Verdict verdict) {
        Observation source = with(source(atSource), null);
        Observation destination = with(destination(atDestination), null);
        assertThat(judge(policy, source, destination).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "secure, TLS, TLS, CONFORMS",
        "secure, UNKNOWN, TLS, CONFORMS",
        "secure, UNKNOWN, UNKNOWN, UNKNOWN",
        "secure, PLAIN, TLS, VIOLATES",
        "secure, TLS, PLAIN, VIOLATES",
        "insecure, PLAIN, PLAIN, CONFORMS",
    })
    void disksMustBeTlsToo(String policy, StreamSecurity atSource, StreamSecurity atDestination, Verdict verdict) {
        Judgement judgement = judge(
                policy,
                disks(source(StreamSecurity.TLS), atSource),
                disks(destination(StreamSecurity.TLS), atDestination));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reasons()).anySatisfy(reason -> assertThat(reason).contains("the disks"));
    }

    private static Observation disks(Observation seen, StreamSecurity stream) {
        return new Observation(
                seen.host(),
                seen.connections(),
                seen.traffic(),
                seen.memoryStream(),
                stream,
                seen.tlsCredentials(),
                seen.pinholes(),
                seen.suspendedAt(),
                seen.resumedAt(),
                seen.migrateCallMs(),
                seen.libvirtDowntimeMs());
    }

    @Test
    void qemuWithoutCredentialsViolates() {
        Judgement judgement = judge("secure", with(source(StreamSecurity.TLS), false), destination(StreamSecurity.TLS));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATES);
        assertThat(judgement.reasons()).first().asString().contains("h1", "no TLS credentials");
    }

    @Test
    void qemusWordAloneProvesNothing() {
        Observation source = with(source(StreamSecurity.UNKNOWN), true);
        Observation destination = with(destination(StreamSecurity.UNKNOWN), true);
        assertThat(judge("secure", source, destination).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void nothingObservedIsUnknown() {
        Judgement judgement = judge("insecure");
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reasons()).hasSizeGreaterThan(4);
    }

    @Test
    void oneHostAloneIsUnknown() {
        assertThat(judge("secure", source(StreamSecurity.TLS)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge("secure", destination(StreamSecurity.TLS)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "10.62.0.11, 10.62.0.12, mig0, CONFORMS",
        "::ffff:10.62.0.11, ::FFFF:10.62.0.12, mig0, CONFORMS",
        "10.61.0.11, 10.62.0.12, mig0, VIOLATES",
        "10.62.0.11, 10.61.0.12, mig0, VIOLATES",
        "10.62.0.11, 10.62.0.12, mgmt0, VIOLATES",
        "gibberish, 10.62.0.12, mig0, VIOLATES",
    })
    void addressesAndInterfaceMustBeThePlannedOnes(String local, String remote, String nic, Verdict verdict) {
        Observation source = connections(source(StreamSecurity.TLS), connection(local, 40000, remote, nic));
        assertThat(judge("secure", source, destination(StreamSecurity.TLS)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void oneWrongConnectionAmongManyViolates() {
        Observation source = connections(
                source(StreamSecurity.TLS),
                connection("10.62.0.11", 40000, "10.62.0.12", "mig0"),
                connection("10.61.0.11", 40001, "10.61.0.12", "mgmt0"));
        Judgement judgement = judge("secure", source, destination(StreamSecurity.TLS));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATES);
        assertThat(judgement.reasons())
                .contains("host h1: the stream's local address was 10.61.0.11, planned 10.62.0.11");
    }

    @Test
    void noConnectionSeenIsUnknown() {
        assertThat(judge("secure", connections(source(StreamSecurity.TLS)), destination(StreamSecurity.TLS))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "590000000, 600000000, 80000, CONFORMS",
        "590000000, 590000000, 80000, CONFORMS",
        "590000000, 600000000, 9000000000, CONFORMS",
        "590000000, 589999999, 80000, VIOLATES",
        "590000000, 80000, 600000000, VIOLATES",
        "590000000, 0, 0, VIOLATES",
        "1, 600000000, 80000, UNKNOWN",
        "0, 600000000, 80000, UNKNOWN",
        ", 600000000, 80000, UNKNOWN",
    })
    void thePlannedInterfaceMustHaveCarriedTheStream(
            @Nullable Long stream, long migration, long management, Verdict verdict) {
        Observation source = traffic(
                connections(
                        source(StreamSecurity.TLS),
                        new ObservedConnection("10.62.0.11", 40000, "10.62.0.12", 61000, "mig0", stream, 1L)),
                new NicTraffic("mig0", 0, migration),
                new NicTraffic("mgmt0", 0, management));
        assertThat(judge("secure", source, destination(StreamSecurity.TLS)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"600000000, 9000000000, CONFORMS", "5, 600000000, VIOLATES"})
    void atTheDestinationItIsWhatItReceives(long migration, long management, Verdict verdict) {
        Observation destination = traffic(
                destination(StreamSecurity.TLS),
                new NicTraffic("mig0", migration, 600_000_000),
                new NicTraffic("mgmt0", management, 5));
        assertThat(judge("secure", source(StreamSecurity.TLS), destination).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void oneConnectionThatWasNotCountedIsUnknown() {
        Observation source = connections(
                source(StreamSecurity.TLS),
                connection("10.62.0.11", 40000, "10.62.0.12", "mig0"),
                new ObservedConnection("10.62.0.11", 40001, "10.62.0.12", 61000, "mig0", null, null));
        assertThat(judge("secure", source, destination(StreamSecurity.TLS)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void allConnectionsTogetherCount() {
        Observation source = connections(
                source(StreamSecurity.TLS),
                connection("10.62.0.11", 40000, "10.62.0.12", "mig0"),
                connection("10.62.0.11", 40001, "10.62.0.12", "mig0"));
        assertThat(judge("secure", source, destination(StreamSecurity.TLS)).verdict())
                .isEqualTo(Verdict.VIOLATES);
    }

    @Test
    void otherTrafficIsToldBesides() {
        assertThat(judge("secure", source(StreamSecurity.TLS), destination(StreamSecurity.TLS))
                        .reasons())
                .contains("host h2 received 600000000 bytes on mig0, of them 590000000 by the stream; all that used the"
                        + " management interface mgmt0: 80000");
    }

    @Test
    void bytesNotCountedAreUnknown() {
        Observation source = traffic(source(StreamSecurity.TLS), new NicTraffic("mgmt0", 0, 600_000_000));
        assertThat(judge("secure", source, destination(StreamSecurity.TLS)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"mig0", ","})
    void theManagementInterfaceDecidesNothing(@Nullable String nic) {
        Judgement judgement = Judge.judge(
                SamplePlans.plan("secure"),
                new ManagementNics(nic, nic),
                List.of(source(StreamSecurity.TLS), destination(StreamSecurity.TLS)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void pinholeStillThereViolates() {
        Judgement judgement = judge(
                "secure",
                source(StreamSecurity.TLS),
                pinholes(destination(StreamSecurity.TLS), SamplePlans.pinhole(null)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATES);
        assertThat(judgement.reasons()).contains("host h2: the pinhole for port 61000 is still there");
    }

    @Test
    void pinholeForAnotherSourceViolates() {
        Instant later = Sample.NOW.plusSeconds(5);
        PinholeRecord other = new PinholeRecord("10.62.0.66", "10.62.0.12", 61000, Sample.NOW, later, later, 1, 0);
        Judgement judgement =
                judge("secure", source(StreamSecurity.TLS), pinholes(destination(StreamSecurity.TLS), other));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATES);
    }

    @Test
    void noPinholeRecordedIsUnknown() {
        assertThat(judge("secure", source(StreamSecurity.TLS), pinholes(destination(StreamSecurity.TLS)))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void lastObservationOfAHostCounts() {
        Observation open = pinholes(destination(StreamSecurity.TLS), SamplePlans.pinhole(null));
        assertThat(judge("secure", source(StreamSecurity.TLS), open, destination(StreamSecurity.TLS))
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void anotherHostsWordDoesNotCount() {
        Observation stranger = new Observation(
                "h3", List.of(), List.of(), StreamSecurity.TLS, true, List.of(), null, null, null, null);
        Observation source = with(source(StreamSecurity.UNKNOWN), null);
        Observation destination = with(destination(StreamSecurity.UNKNOWN), null);
        assertThat(judge("secure", source, destination, stranger).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void violationsComeFirst() {
        Judgement judgement = judge("secure", source(StreamSecurity.PLAIN));
        assertThat(judgement.reasons()).first().asString().contains("plain text");
    }

    @Test
    void managementNicsAreThoseWithTheManagementAddress() {
        ManagementNics nics =
                ManagementNics.of(SamplePlans.plan("secure"), Sample.lab().snapshot());
        assertThat(nics).isEqualTo(new ManagementNics("mgmt0", "mgmt0"));
        ManagementNics unknown = ManagementNics.of(
                SamplePlans.plan("secure"),
                Sample.lab().host(SampleHost.number(2).unreported()).snapshot());
        assertThat(unknown.destination()).isNull();
    }

    /** Conforming only ever comes from everything seen: leaving out any part never turns the verdict to conforms. */
    @Test
    void leavingOutNeverMakesItConform() {
        List<Observation> full = List.of(source(StreamSecurity.TLS), destination(StreamSecurity.TLS));
        List<List<Observation>> weaker = new ArrayList<>();
        weaker.add(List.of(connections(full.get(0)), full.get(1)));
        weaker.add(List.of(full.get(0), connections(full.get(1))));
        weaker.add(List.of(traffic(full.get(0)), full.get(1)));
        weaker.add(List.of(full.get(0), traffic(full.get(1))));
        weaker.add(List.of(full.get(0), pinholes(full.get(1))));
        assertThat(judge("secure", full.get(0), full.get(1)).verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(weaker)
                .allSatisfy(seen -> assertThat(
                                judge("secure", seen.get(0), seen.get(1)).verdict())
                        .isEqualTo(Verdict.UNKNOWN));
    }

    private static Judgement judge(String policy, Observation... observations) {
        return Judge.judge(SamplePlans.plan(policy), SamplePlans.MANAGEMENT, List.of(observations));
    }

    private static Observation with(Observation o, @Nullable Boolean tls) {
        return copy(o, o.connections(), o.traffic(), tls, o.pinholes());
    }

    private static Observation connections(Observation o, ObservedConnection... seen) {
        return copy(o, List.of(seen), o.traffic(), o.tlsCredentials(), o.pinholes());
    }

    private static ObservedConnection connection(String local, int port, String remote, String nic) {
        return new ObservedConnection(local, port, remote, 61000, nic, 590_000_000L, 900_000L);
    }

    private static Observation traffic(Observation o, NicTraffic... seen) {
        return copy(o, o.connections(), List.of(seen), o.tlsCredentials(), o.pinholes());
    }

    private static Observation pinholes(Observation o, PinholeRecord... seen) {
        return copy(o, o.connections(), o.traffic(), o.tlsCredentials(), List.of(seen));
    }

    private static Observation copy(
            Observation o,
            List<ObservedConnection> connections,
            List<NicTraffic> traffic,
            @Nullable Boolean tls,
            List<PinholeRecord> pinholes) {
        return new Observation(o.host(), connections, traffic, o.memoryStream(), tls, pinholes, null, null, null, null);
    }
}
