package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How hosts join and who is let in on the agents' listener; from outside, over mTLS. */
@ExtendWith(ArquillianExtension.class)
class TestAgentLink {
    private final Engine administrator = Engine.administrator();

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @Test
    void aHostThatJoinsGetsCertificatesForAWeekAtMost() {
        Host host = Host.join(administrator, "week", 21);
        for (String which : List.of("agentCertificate", "migrationCertificate")) {
            X509Certificate certificate =
                    (X509Certificate) Trust.certificate(host.grant().path(which).asText());
            Duration life = Duration.between(
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
            assertThat(life).as(which).isLessThanOrEqualTo(Duration.ofDays(7));
            assertThat(certificate.getNotAfter().toInstant()).isAfter(Instant.now());
            assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=week");
        }
    }

    @Test
    void theMigrationCertificateIsOfAnotherCa() throws Exception {
        Host host = Host.join(administrator, "otherca", 22);
        X509Certificate migration = (X509Certificate)
                Trust.certificate(host.grant().path("migrationCertificate").asText());
        X509Certificate migrationCa = (X509Certificate)
                Trust.certificate(host.grant().path("migrationCa").asText());
        X509Certificate agentCa =
                (X509Certificate) Trust.certificate(host.grant().path("agentCa").asText());
        migration.verify(migrationCa.getPublicKey());
        assertThat(migrationCa).isNotEqualTo(agentCa);
    }

    @Test
    void anAgentIsGreetedAndItsHostIsUp() {
        Host host = Host.join(administrator, "greeted", 23);
        ScriptedAgent agent = host.connect();
        assertThat(agent.hear(EngineMessage.Welcome.class).mode()).isEqualTo(HostMode.OBSERVE);
        agent.say(ScriptedAgent.report("greeted", 23));
        awaitState("greeted", "up");
        assertThat(host("greeted").path("migrationAddress").asText()).isEqualTo("10.62.0.23");
        agent.hangUp();
        awaitState("greeted", "down");
        assertThat(host("greeted").path("nics")).isNotEmpty();
        assertThat(host("greeted").path("capabilities"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(ScriptedAgent.CAPABILITIES);
    }

    @Test
    void aModeThatIsSetReachesTheAgent() {
        ScriptedAgent agent = Host.join(administrator, "moded", 24).connect();
        agent.hear(EngineMessage.Welcome.class);
        agent.say(new AgentMessage.Report(ScriptedAgent.report("moded", 24).report()));
        awaitState("moded", "up");
        administrator.call("PUT", "/hosts/moded/mode", "{\"mode\":\"assist\"}");
        assertThat(agent.hear(EngineMessage.SetMode.class).mode()).isEqualTo(HostMode.ASSIST);
    }

    @Test
    void aCertificateOfAnotherCaIsNotLetIn() {
        Host host = Host.join(administrator, "stranger", 25);
        KeyPair migration = host.keys().migration();
        String ofMigrationCa = host.grant().path("migrationCertificate").asText();
        assertThatThrownBy(() -> new ScriptedAgent(Trust.inCaAs(migration.getPrivate(), ofMigrationCa)))
                .hasRootCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void withoutACertificateThereIsNoAgentsListener() {
        assertThatThrownBy(() -> new ScriptedAgent(Trust.inCa())).hasRootCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void theAgentsListenerHasNothingButTheLink() {
        Host host = Host.join(administrator, "curious", 26);
        HttpClient client = HttpClient.newBuilder().sslContext(host.tls()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Engine.agents() + "/droveway/api/v1/health"))
                .build();
        assertThat(Engine.send(client, request).status()).isEqualTo(404);
    }

    @Test
    void theLinkIsNotOnThePeoplesListener() {
        HttpClient client = HttpClient.newBuilder().sslContext(Trust.inCa()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Engine.people() + "/droveway/agent-link"))
                .build();
        assertThat(Engine.send(client, request).status()).isEqualTo(404);
    }

    @Test
    void anAgentSpeaksForItsOwnHostOnly() {
        Host host = Host.join(administrator, "liar", 27);
        ScriptedAgent agent = new ScriptedAgent(host.tls());
        agent.hello("greeted", 0);
        assertThat(agent.closeReason()).contains("liar");
    }

    @Test
    void anotherProtocolVersionIsRefusedByName() {
        ScriptedAgent agent =
                new ScriptedAgent(Host.join(administrator, "future", 28).tls());
        agent.say(new AgentMessage.Hello(99, Set.of(), "test", "future", 0));
        assertThat(agent.closeReason()).contains("PROTOCOL_VERSION", "99");
    }

    @Test
    void aRemovedHostIsHungUpOnAndNotLetInAgain() {
        Host host = Host.join(administrator, "removed", 29);
        ScriptedAgent agent = host.connect();
        agent.hear(EngineMessage.Welcome.class);
        administrator.call("DELETE", "/hosts/removed");
        assertThat(agent.closeReason()).contains("removed");
        assertThat(host.connect().closeReason()).contains("removed");
    }

    @Test
    void aHostThatJoinsAnewDoesNotBringItsOldCertificateBack() {
        Host old = Host.join(administrator, "again", 30);
        administrator.call("DELETE", "/hosts/again");
        Host.join(administrator, "again", 30).connect().hear(EngineMessage.Welcome.class);
        assertThat(old.connect().closeReason()).contains("removed");
    }

    @Test
    void aNameInUseIsNotGivenAway() {
        ScriptedAgent agent = Host.join(administrator, "taken", 31).connect();
        agent.hear(EngineMessage.Welcome.class);
        agent.say(ScriptedAgent.report("taken", 31));
        awaitState("taken", "up");
        Engine.Answer answer = enrol("taken", 32);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("refusals").path(0).path("code").asText()).isEqualTo("HOST_ENROLLED");
    }

    @Test
    void anAddressOfAnotherHostIsNotCertified() {
        ScriptedAgent agent = Host.join(administrator, "owner", 33).connect();
        agent.hear(EngineMessage.Welcome.class);
        agent.say(ScriptedAgent.report("owner", 33));
        awaitState("owner", "up");
        Engine.Answer answer = enrol("thief", 33);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("refusals").path(0).path("code").asText()).isEqualTo("ADDRESS_OF_OTHER_HOST");
        assertThat(administrator.call("GET", "/hosts/thief").status()).isEqualTo(404);
    }

    @Test
    void renewalIsForTheOwnNameOnly() {
        Host host = Host.join(administrator, "renewing", 34);
        ScriptedAgent agent = host.connect();
        agent.hear(EngineMessage.Welcome.class);
        agent.say(renewal(host, "somebodyelse"));
        agent.say(renewal(host, "renewing"));
        String certificate =
                agent.hear(EngineMessage.Certificates.class).grant().agentCertificate();
        X509Certificate renewed = (X509Certificate) Trust.certificate(certificate);
        assertThat(renewed.getSubjectX500Principal().getName()).contains("CN=renewing");
    }

    @Test
    void whoIsTurnedAwayOnTheLinkIsWrittenDown() {
        Host host = Host.join(administrator, "audited", 35);
        ScriptedAgent liar = new ScriptedAgent(host.tls());
        liar.hello("somebodyelse", 0);
        liar.closeReason();
        ScriptedAgent babbler = new ScriptedAgent(host.tls());
        babbler.sayText("{\"type\":\"nonsense\"}");
        babbler.closeReason();
        ScriptedAgent reporter = host.connect();
        reporter.hear(EngineMessage.Welcome.class);
        reporter.say(renewal(host, "somebodyelse"));
        reporter.say(ScriptedAgent.report("somebodyelse", 36));
        reporter.closeReason();
        administrator.call("DELETE", "/hosts/audited");
        host.connect().closeReason();
        List<JsonNode> refusals = entries("?who=audited&outcome=refused&after=0");
        assertThat(refusals)
                .allSatisfy(entry -> {
                    assertThat(entry.path("who").asText()).isEqualTo("audited (agent)");
                    assertThat(entry.path("from").asText()).isEqualTo("127.0.0.1");
                    assertThat(entry.path("request").asText()).isEqualTo("agent-link");
                    assertThat(entry.path("action").asText()).isEqualTo("request");
                    assertThat(entry.path("object").asText()).isEqualTo("host audited");
                })
                .extracting(entry -> entry.path("reason").asText())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("of host audited, hello of host somebodyelse"),
                        reason -> assertThat(reason).isEqualTo("not a message of this protocol"),
                        reason -> assertThat(reason)
                                .startsWith("no certificates: ")
                                .contains("somebodyelse"),
                        reason -> assertThat(reason).isEqualTo("a report of host somebodyelse"),
                        reason -> assertThat(reason).contains("was removed"));
    }

    @Test
    void anAgentThatAsksForTheApiIsWrittenDown() {
        Host host = Host.join(administrator, "prying", 37);
        HttpClient client = HttpClient.newBuilder().sslContext(host.tls()).build();
        Engine.send(
                client,
                HttpRequest.newBuilder(URI.create(Engine.agents() + "/droveway/api/v1/hosts"))
                        .build());
        assertThat(entries("?who=prying"))
                .extracting(entry -> entry.path("reason").asText())
                .containsExactly("asked for /droveway/api/v1/hosts; agents have the link only");
    }

    @Test
    void aWrongEnrolmentTokenIsWrittenDown() {
        String request = HostKeys.make().request("uninvited", "10.61.0.38", "10.62.0.38");
        assertThat(Engine.withToken("drv_wrong")
                        .call("POST", "/enrolments", request)
                        .status())
                .isEqualTo(401);
        JsonNode newest = entries("?object=/enrolments&limit=1").get(0);
        assertThat(newest.path("who").asText()).isEqualTo("anonymous");
        assertThat(newest.path("outcome").asText()).isEqualTo("refused");
        assertThat(newest.path("from").asText()).isEqualTo("127.0.0.1");
    }

    /** A stranger's second thousand costs the database nothing. */
    @Test
    void whoIsTurnedAwayAgainAndAgainIsCounted() {
        Host host = Host.join(administrator, "stubborn", 39);
        administrator.call("DELETE", "/hosts/stubborn");
        HttpClient client = HttpClient.newBuilder().sslContext(host.tls()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Engine.agents() + "/droveway/api/v1/hosts"))
                .build();
        for (int i = 0; i < 300; i++) {
            Engine.send(client, request);
        }
        List<JsonNode> refusals = entries("?who=stubborn&limit=1000");
        assertThat(refusals).hasSizeLessThan(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Engine.send(client, request);
            assertThat(entries("?who=stubborn&limit=1").get(0).path("reason").asText())
                    .contains("more since the last such entry were left out");
        });
    }

    private List<JsonNode> entries(String query) {
        Engine.Answer answer = administrator.call("GET", "/audit" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return StreamSupport.stream(answer.body().spliterator(), false).toList();
    }

    private static AgentMessage.Renew renewal(Host host, String name) {
        return new AgentMessage.Renew(new org.droveway.protocol.enrol.CertificateRequest(
                name,
                HostKeys.csr(host.keys().agent()),
                HostKeys.csr(host.keys().migration()),
                "10.61.0.34",
                List.of("10.62.0.34")));
    }

    private Engine.Answer enrol(String name, int number) {
        String request = HostKeys.make().request(name, "10.61.0." + number, "10.62.0." + number);
        return Engine.withToken(new Lab(administrator).enrolmentToken()).call("POST", "/enrolments", request);
    }

    private JsonNode host(String name) {
        return administrator.call("GET", "/hosts/" + name).body();
    }

    private void awaitState(String name, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(host(name).path("state").asText()).isEqualTo(state));
    }
}
