package org.droveway.agent.link;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.droveway.agent.journal.Journal;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.jspecify.annotations.Nullable;

/** What is said on the link, over all its connections. Used on the link's event loop only, but for {@link #isWelcome}. */
public final class Conversation {
    private static final int UNSENT_REPLIES = 256;
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    private final String host;
    private final Journal journal;
    private final Commands commands;
    private final Runnable onWelcome;
    private final Deque<AgentMessage.Reply> unsent = new ArrayDeque<>();
    private @Nullable Channel channel;
    private long sent;
    private volatile boolean welcome;

    /** @param onWelcome called each time the engine welcomes this agent */
    public Conversation(String host, Journal journal, Commands commands, Runnable onWelcome) {
        this.onWelcome = requireNonNull(onWelcome, "onWelcome");
        this.host = requireNonNull(host, "host");
        this.journal = requireNonNull(journal, "journal");
        this.commands = requireNonNull(commands, "commands");
    }

    boolean isWelcome() {
        return welcome;
    }

    void begin(Channel opened) {
        channel = opened;
        write(Greeting.hello(host, journal.lastSequence()));
    }

    /** Whether the connection that ended had got as far as Welcome. */
    boolean ended() {
        boolean worked = welcome;
        welcome = false;
        channel = null;
        return worked;
    }

    void hangUp() {
        if (channel != null) {
            ChannelFuture unused = channel.close();
        }
    }

    void receive(EngineMessage message) {
        if (message instanceof EngineMessage.Welcome greeting) {
            welcomed(greeting);
        } else if (message instanceof EngineMessage.Acknowledge acknowledge) {
            journal.acknowledge(acknowledge.sequence());
        } else {
            commands.carryOut(message, this::reply);
        }
    }

    private void welcomed(EngineMessage.Welcome greeting) {
        LOG.log(System.Logger.Level.INFO, () -> "the engine welcomes host " + host + ", mode " + greeting.mode());
        welcome = true;
        journal.acknowledge(greeting.acknowledged());
        sent = greeting.acknowledged();
        commands.welcomed(greeting);
        onWelcome.run();
        sendEvents();
        while (!unsent.isEmpty()) {
            write(unsent.removeFirst());
        }
    }

    /** Sends what the journal has and this connection has not, in order. */
    void sendEvents() {
        if (welcome) {
            List<MigrationEvent> events = journal.after(sent);
            for (MigrationEvent event : events) {
                write(new AgentMessage.Event(event));
                sent = event.sequence();
            }
        }
    }

    void send(AgentMessage message) {
        if (welcome) {
            write(message);
        }
    }

    /** A reply outlives the connection on which it was asked for. */
    private void reply(AgentMessage.Reply reply) {
        Channel current = channel;
        if (welcome && current != null) {
            write(reply);
        } else {
            if (unsent.size() == UNSENT_REPLIES) {
                unsent.removeFirst();
            }
            unsent.addLast(reply);
        }
    }

    private void write(AgentMessage message) {
        Channel current = channel;
        if (current != null) {
            ChannelFuture unused = current.writeAndFlush(new TextWebSocketFrame(text(message)));
        }
    }

    private static String text(AgentMessage message) {
        try {
            return Json.mapper().writerFor(AgentMessage.class).writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + message.getClass().getSimpleName(), e);
        }
    }
}
