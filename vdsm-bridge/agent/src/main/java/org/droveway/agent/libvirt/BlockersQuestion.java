package org.droveway.agent.libvirt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.Json;

/** Asks QEMU itself what keeps it from migrating. */
final class BlockersQuestion {
    /** Reads only. */
    static final String QUESTION = "{\"execute\":\"query-migrate\"}";

    private BlockersQuestion() {}

    /** Its reasons; none from QEMU before 6.0, which tells none: libvirt then finds them itself. */
    static List<String> answer(String json) {
        try {
            JsonNode reasons = Json.mapper().readTree(json).path("return").path("blocked-reasons");
            List<String> blockers = new ArrayList<>();
            reasons.forEach(reason -> blockers.add(reason.asText()));
            return List.copyOf(blockers);
        } catch (JsonProcessingException e) {
            return List.of("its answer cannot be read: " + e.getOriginalMessage());
        }
    }
}
