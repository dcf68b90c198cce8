package org.droveway.agent.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.function.Consumer;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.EngineMessage;

/** Turns frames into messages for one connection. */
final class LinkHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Conversation conversation;
    private final Consumer<String> trouble;
    private int silences;

    LinkHandler(Conversation conversation, Consumer<String> trouble) {
        this.conversation = conversation;
        this.trouble = trouble;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            conversation.begin(context.channel());
        } else if (event instanceof IdleStateEvent) {
            silence(context);
        }
        super.userEventTriggered(context, event);
    }

    /** Only what is heard counts: an engine that is gone takes everything that is sent to it. */
    private void silence(ChannelHandlerContext context) {
        silences++;
        if (silences > LinkPipeline.SILENCES) {
            trouble.accept("it is silent, not even answering pings");
            ChannelFuture unused = context.close();
        } else {
            ChannelFuture unused = context.writeAndFlush(new PingWebSocketFrame());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        silences = 0;
        context.fireChannelReadComplete();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            read(context, text.text());
        } else if (frame instanceof CloseWebSocketFrame close) {
            trouble.accept("it closed the connection: " + close.statusCode() + " " + close.reasonText());
            ChannelFuture unused = context.close();
        }
    }

    private void read(ChannelHandlerContext context, String text) {
        EngineMessage message;
        try {
            message = Json.mapper().readValue(text, EngineMessage.class);
        } catch (JsonProcessingException e) {
            trouble.accept("it sent something that is no message: " + e.getOriginalMessage());
            ChannelFuture unused = context.close();
            return;
        }
        conversation.receive(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        trouble.accept(String.valueOf(cause.getMessage()));
        ChannelFuture unused = context.close();
    }
}
