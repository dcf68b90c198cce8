package org.droveway.agent.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.identity.PendingRequest;
import org.droveway.agent.testing.Authority;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.ServerTls;
import org.droveway.protocol.Json;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestEnrolment {
    private final Authority authority = new Authority("Droveway agents");
    private final CertificateRequest request =
            PendingRequest.create("h1", "10.61.0.11", List.of("10.62.0.11")).request();
    private final CertificateGrant grant = authority.grant(request);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private HttpsServer engine;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        engine = HttpsServer.create(new InetSocketAddress(Ip.of("127.0.0.1"), 0), 0);
        engine.setHttpsConfigurator(new HttpsConfigurator(ServerTls.of(authority, "CN=engine", "127.0.0.1")));
        engine.createContext("/", this::answer);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + engine.getAddress().getPort());
    }

    private Enrolment enrolment() {
        return new Enrolment(
                address(),
                authority.certificate(),
                new Patience(Duration.ofMillis(5), Duration.ofMillis(20), stopping));
    }

    private void granted() throws IOException {
        answers.add(new Answer(201, Json.mapper().writeValueAsString(grant)));
    }

    @Test
    void theEngineGrants() throws Exception {
        granted();
        assertThat(enrolment().enrol(request, "secret")).isEqualTo(grant);
    }

    @Test
    void asksTheWayTheContractSays() throws Exception {
        granted();
        enrolment().enrol(request, "secret");
        assertThat(heard)
                .containsExactly("POST /droveway/api/v1/enrolments Bearer secret "
                        + Json.mapper().writeValueAsString(request));
    }

    @Test
    void asksAgainWhileTheEngineHasTroubles() throws Exception {
        answers.add(new Answer(503, ""));
        answers.add(new Answer(500, "<html>"));
        granted();
        assertThat(enrolment().enrol(request, "secret")).isEqualTo(grant);
        assertThat(heard).hasSize(3);
    }

    @Test
    void anAnswerThatIsNoGrantIsATrouble() throws Exception {
        answers.add(new Answer(201, "{}"));
        answers.add(new Answer(201, "not JSON"));
        granted();
        assertThat(enrolment().enrol(request, "secret")).isEqualTo(grant);
    }

    @Test
    void waitsForAnEngineThatIsNotThereYet() throws Exception {
        int port = engine.getAddress().getPort();
        engine.stop(0);
        granted();
        CompletableFuture<CertificateGrant> enrolled = CompletableFuture.supplyAsync(() -> {
            try {
                return enrolment().enrol(request, "secret");
            } catch (EnrolmentRefusedException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        engine = HttpsServer.create(new InetSocketAddress(Ip.of("127.0.0.1"), port), 0);
        engine.setHttpsConfigurator(new HttpsConfigurator(ServerTls.of(authority, "CN=engine", "127.0.0.1")));
        engine.createContext("/", this::answer);
        engine.start();
        assertThat(enrolled.get(20, TimeUnit.SECONDS)).isEqualTo(grant);
    }

    @ParameterizedTest
    @CsvSource({
        "400,'{\"detail\":\"host is H1\"}',host is H1",
        "401,'{\"title\":\"Unauthorized\"}',make a new one of role enrolment",
        "403,'',token is not of role enrolment",
        "404,'<html>','is \"engine\" right?'",
        "409,'{\"detail\":\"host h1 is enrolled\"}',host h1 is enrolled"
    })
    void aRefusalIsFinalAndClear(int status, String body, String expected) {
        answers.add(new Answer(status, body));
        assertThatThrownBy(() -> enrolment().enrol(request, "secret"))
                .isInstanceOf(EnrolmentRefusedException.class)
                .hasMessageContaining("host h1")
                .hasMessageContaining(address().toString())
                .hasMessageContaining(expected)
                .hasMessageNotContaining("secret");
        assertThat(heard).hasSize(1);
    }

    @Test
    void neverTellsItsTokenToAnEngineOfAnotherCa() throws Exception {
        granted();
        Enrolment other = new Enrolment(
                address(),
                new Authority("Another").certificate(),
                new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60), stopping));
        CompletableFuture<Object> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return other.enrol(request, "secret");
            } catch (EnrolmentRefusedException | InterruptedException e) {
                return e;
            }
        });
        stopping.countDown();
        assertThat(asking.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void stopsWaitingWhenTheAgentIsToldTo() throws Exception {
        answers.add(new Answer(503, ""));
        CompletableFuture<Object> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return enrolment().enrol(request, "secret");
            } catch (EnrolmentRefusedException | InterruptedException e) {
                return e;
            }
        });
        await().until(() -> heard.size() > 2);
        stopping.countDown();
        assertThat(asking.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,2", "4,4", "5,8", "6,16", "7,30", "100,30"})
    void waitsLongerEachTimeUpToABound(int attempt, int seconds) {
        assertThat(Patience.usual(stopping).before(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
