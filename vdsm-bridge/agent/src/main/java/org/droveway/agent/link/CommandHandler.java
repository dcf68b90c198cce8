package org.droveway.agent.link;

import java.util.concurrent.CompletionStage;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** Carries out the engine's commands. Called on the link's thread: must not block. A failed stage is answered with {@code INTERNAL}. */
public interface CommandHandler {
    CompletionStage<AgentMessage.Reply> start(EngineMessage.Start command);

    CompletionStage<AgentMessage.Reply> ask(EngineMessage.Ask command);

    CompletionStage<AgentMessage.Reply> cancel(EngineMessage.Cancel command);
}
