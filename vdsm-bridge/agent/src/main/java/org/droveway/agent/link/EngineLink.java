package org.droveway.agent.link;

import static java.util.Objects.requireNonNull;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.droveway.protocol.link.AgentMessage;

/**
 * The agent's one connection to the engine. It is dialled again for ever, because migrations go on without the engine (rule 10); events wait
 * in the journal meanwhile. All state is confined to one event loop.
 */
public final class EngineLink implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EngineLink.class.getName());
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    private final EventLoopGroup loop;
    private final Supplier<URI> address;
    private final LinkTls tls;
    private final Conversation conversation;
    private final Backoff backoff;
    private String lastTrouble = "";
    private volatile boolean closed;

    /**
     * @param loop one thread; not closed by the link
     * @param address where to dial, asked each time
     */
    public EngineLink(
            EventLoopGroup loop,
            Supplier<URI> address,
            LinkTls tls,
            Outbox outbox,
            Conversation conversation,
            Backoff backoff) {
        this.loop = requireNonNull(loop, "loop");
        this.address = requireNonNull(address, "address");
        this.tls = requireNonNull(tls, "tls");
        this.conversation = requireNonNull(conversation, "conversation");
        this.backoff = requireNonNull(backoff, "backoff");
        outbox.attach(() -> loop.execute(conversation::sendEvents), this::send);
    }

    /** Begins to dial. */
    public void start() {
        loop.execute(this::dial);
    }

    /** Whether the engine has welcomed this agent on the present connection. */
    public boolean isUp() {
        return conversation.isWelcome();
    }

    private void send(AgentMessage message) {
        loop.execute(() -> conversation.send(message));
    }

    private void dial() {
        if (closed) {
            return;
        }
        URI uri = address.get();
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        LinkPipeline.install(
                                channel, uri, tls, new LinkHandler(conversation, EngineLink.this::trouble));
                    }
                })
                .connect(uri.getHost(), port);
        ChannelFuture reported = connecting.addListener(done -> {
            if (!done.isSuccess()) {
                trouble(String.valueOf(done.cause().getMessage()));
            }
        });
        ChannelFuture unused = reported.channel().closeFuture().addListener(closing -> dialLater());
    }

    private void dialLater() {
        if (conversation.ended()) {
            backoff.reset();
            lastTrouble = "";
        }
        if (!closed) {
            Future<?> unused = loop.schedule(this::dial, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Says a trouble once, not at every attempt. */
    private void trouble(String what) {
        if (!what.equals(lastTrouble)) {
            lastTrouble = what;
            LOG.log(System.Logger.Level.WARNING, () -> "no link to the engine at " + address.get() + ": " + what);
        }
    }

    @Override
    public void close() {
        closed = true;
        loop.execute(conversation::hangUp);
    }
}
