package org.droveway.agent.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.droveway.protocol.Json;

/** The engine does not let this host in. */
public final class EnrolmentRefusedException extends Exception {
    public EnrolmentRefusedException(String message) {
        super(message);
    }

    static EnrolmentRefusedException of(String host, URI engine, int status, String body) {
        String remedy = switch (status) {
            case 401 -> "the token is unknown, revoked or has expired: make a new one of role enrolment";
            case 403 -> "the token is not of role enrolment: make one that is";
            case 404 -> "nothing enrols hosts there: is \"engine\" right?";
            default -> "change what it complains about and start again";
        };
        return new EnrolmentRefusedException("host " + host + " was refused by " + engine + " with status " + status
                + ": " + detail(body) + "; " + remedy);
    }

    private static String detail(String body) {
        try {
            JsonNode problem = Json.mapper().readTree(body);
            String title = problem.path("title").asText("");
            return problem.path("detail").asText(title.isEmpty() ? "no reason given" : title);
        } catch (JsonProcessingException e) {
            return "no reason given";
        }
    }
}
