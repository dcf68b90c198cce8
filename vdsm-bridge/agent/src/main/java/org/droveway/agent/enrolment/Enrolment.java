package org.droveway.agent.enrolment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.droveway.agent.identity.AgentTls;
import org.droveway.protocol.Json;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;

/** Asks the engine for this host's first certificates, with a token, over TLS that trusts the configured CA alone. */
public final class Enrolment {
    private static final System.Logger LOG = System.getLogger(Enrolment.class.getName());
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final String PATH = "/droveway/api/v1/enrolments";

    private final URI address;
    private final HttpClient client;
    private final Patience patience;

    /**
     * @param engine base URL of the engine
     * @param patience between attempts while the engine does not answer
     */
    public Enrolment(URI engine, X509Certificate authority, Patience patience) {
        this.address = engine.resolve(PATH);
        this.patience = requireNonNull(patience, "patience");
        this.client = HttpClient.newBuilder()
                .sslContext(AgentTls.trusting(authority))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Asks until the engine answers, however long that takes.
     *
     * @throws EnrolmentRefusedException if the engine says no: asking again would not help
     * @throws InterruptedException if the agent is told to stop meanwhile
     */
    public CertificateGrant enrol(CertificateRequest request, String token)
            throws EnrolmentRefusedException, InterruptedException {
        HttpRequest post = post(request, token);
        for (int attempt = 1; ; attempt++) {
            String trouble;
            try {
                HttpResponse<String> answer = client.send(post, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    return grant(answer.body());
                }
                if (answer.statusCode() < 500) {
                    throw EnrolmentRefusedException.of(request.host(), address, answer.statusCode(), answer.body());
                }
                trouble = "it answers with status " + answer.statusCode();
            } catch (javax.net.ssl.SSLException e) {
                trouble = "TLS: " + e.getMessage() + "; is engineCa the engine's ca.pem?";
            } catch (IOException e) {
                trouble = e.toString();
            }
            patience.beforeAttempt(attempt + 1, "engine " + address + " does not enrol this host yet: " + trouble, LOG);
        }
    }

    private HttpRequest post(CertificateRequest request, String token) {
        try {
            return HttpRequest.newBuilder(address)
                    .timeout(ANSWER_WITHIN)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, application/problem+json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(request)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + request, e);
        }
    }

    private CertificateGrant grant(String body) throws IOException {
        try {
            return Json.mapper().readValue(body, CertificateGrant.class);
        } catch (JsonProcessingException e) {
            throw new IOException("the engine's answer is not a grant: " + e.getOriginalMessage(), e);
        }
    }
}
