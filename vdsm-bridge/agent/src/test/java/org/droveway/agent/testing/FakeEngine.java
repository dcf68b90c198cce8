package org.droveway.agent.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** The engine's end of the link: a WebSocket over mTLS that does what a test says. */
public final class FakeEngine implements AutoCloseable {
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<AgentMessage> heard = new CopyOnWriteArrayList<>();
    private final List<Channel> agents = new CopyOnWriteArrayList<>();
    private final Channel listener;
    private volatile BiConsumer<FakeEngine, AgentMessage> behaviour = (engine, message) -> {};

    public FakeEngine(SSLContext tls, int port) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        SSLEngine engine = tls.createSSLEngine();
                        engine.setUseClientMode(false);
                        engine.setNeedClientAuth(true);
                        channel.pipeline()
                                .addLast(new SslHandler(engine))
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(65536))
                                .addLast(new WebSocketServerProtocolHandler("/droveway/agent-link"))
                                .addLast(new Handler());
                    }
                });
        listener = bootstrap
                .bind(new InetSocketAddress(Ip.of("127.0.0.1"), port))
                .syncUninterruptibly()
                .channel();
    }

    private final class Handler extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) throws Exception {
            AgentMessage message = Json.mapper().readValue(frame.text(), AgentMessage.class);
            heard.add(message);
            behaviour.accept(FakeEngine.this, message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                agents.add(context.channel());
            }
            super.userEventTriggered(context, event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Future<?> unused = context.close();
        }
    }

    /** What it does with each message. */
    public void does(BiConsumer<FakeEngine, AgentMessage> what) {
        behaviour = what;
    }

    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    public URI address() {
        return URI.create("wss://127.0.0.1:" + port() + "/droveway/agent-link");
    }

    public List<AgentMessage> heard() {
        return List.copyOf(heard);
    }

    public <T extends AgentMessage> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** To the agent that connected last. */
    public void say(EngineMessage message) {
        try {
            sayText(Json.mapper().writerFor(EngineMessage.class).writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void sayText(String text) {
        Future<?> unused = agents.get(agents.size() - 1).writeAndFlush(new TextWebSocketFrame(text));
    }

    /** Cuts every connection, listens on. */
    public void cut() {
        agents.forEach(agent -> agent.close().syncUninterruptibly());
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        cut();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
