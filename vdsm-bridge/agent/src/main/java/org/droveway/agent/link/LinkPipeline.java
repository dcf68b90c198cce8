package org.droveway.agent.link;

import io.netty.channel.ChannelHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** TLS, HTTP upgrade, WebSocket frames, silence. */
final class LinkPipeline {
    /** After so many silent spans with a ping each the engine counts as gone. */
    static final int SILENCES = 2;

    private static final int SILENT_SECONDS = 10;

    private static final int LONGEST_MESSAGE = 4 * 1024 * 1024;
    private static final int LONGEST_HTTP_ANSWER = 64 * 1024;
    private static final long HANDSHAKE_TIMEOUT_MS = 10_000;

    private LinkPipeline() {}

    static void install(SocketChannel channel, URI uri, LinkTls tls, ChannelHandler handler) {
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .version(WebSocketVersion.V13)
                .allowExtensions(false)
                .customHeaders(new DefaultHttpHeaders())
                .maxFramePayloadLength(LONGEST_MESSAGE)
                .handshakeTimeoutMillis(HANDSHAKE_TIMEOUT_MS)
                .dropPongFrames(true)
                .build();
        SslHandler encryption = new SslHandler(tls.engineFor(uri.getHost(), uri.getPort()));
        encryption.setHandshakeTimeoutMillis(HANDSHAKE_TIMEOUT_MS);
        channel.pipeline()
                .addLast(encryption)
                .addLast(new IdleStateHandler(SILENT_SECONDS, 0, 0, TimeUnit.SECONDS))
                .addLast(new HttpClientCodec())
                .addLast(new HttpObjectAggregator(LONGEST_HTTP_ANSWER))
                .addLast(new WebSocketClientProtocolHandler(config))
                .addLast(new WebSocketFrameAggregator(LONGEST_MESSAGE))
                .addLast(handler);
    }
}
