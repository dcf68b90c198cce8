package org.droveway.tests.engine;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.Agreement;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationOrder;

/** The agent of a source, which says how migrations of its VMs go. */
record ScriptedSource(ScriptedAgent agent, Engine administrator) {
    /** What every destination that is asked through it agrees to. */
    static Agreement agreement(MigrationOrder order) {
        return new Agreement("10.62.0.52", 61000, order.parameters(), "the call");
    }

    static MigrationEvent event(long sequence, String migration, MigrationState state, String vmHost) {
        return new MigrationEvent(
                sequence, UUID.fromString(migration), Instant.now(), state, vmHost, null, List.of(), List.of());
    }

    /** Hears the next order to start and says that the destination agreed. */
    MigrationOrder agree() {
        EngineMessage.Start start = agent.hear(EngineMessage.Start.class);
        agent.say(new AgentMessage.Reply(start.request(), List.of(), agreement(start.order())));
        return start.order();
    }

    /** Tells of a state. */
    void step(long sequence, String migration, MigrationState state, String vmHost) {
        agent.say(new AgentMessage.Event(event(sequence, migration, state, vmHost)));
    }

    /** The migration once the engine says that it is in this state. */
    JsonNode awaitState(String migration, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> administrator
                                .call("GET", "/migrations/" + migration)
                                .body(),
                        found -> found.path("state").asText().equals(state));
    }
}
