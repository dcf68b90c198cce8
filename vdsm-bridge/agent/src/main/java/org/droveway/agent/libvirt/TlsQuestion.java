package org.droveway.agent.libvirt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.droveway.protocol.Json;
import org.jspecify.annotations.Nullable;

/** Asks QEMU itself whether its migration uses TLS. */
final class TlsQuestion {
    /** Reads only, so that it is safe at any time. */
    static final String QUESTION = "{\"execute\":\"query-migrate-parameters\"}";

    private TlsQuestion() {}

    /** Whether QEMU names TLS credentials; null if the answer does not say. */
    static @Nullable Boolean answer(String json) {
        try {
            JsonNode parameters = Json.mapper().readTree(json).path("return");
            if (!parameters.isObject()) {
                return null;
            }
            return !parameters.path("tls-creds").asText("").isEmpty();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
