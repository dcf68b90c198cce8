package org.droveway.tests.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.droveway.protocol.Capability;
import org.droveway.protocol.Json;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** An agent that says and hears what a test wants. */
final class ScriptedAgent implements WebSocket.Listener {
    /** What the first agents could. */
    static final Set<String> CAPABILITIES = Set.of(
            Capability.DIRECT,
            Capability.QEMU_TLS,
            Capability.STRICT_HANDOVER,
            Capability.NONCE_PROOF,
            Capability.CONTROL_RELAY);

    private final BlockingQueue<EngineMessage> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /** Dials; fails if the engine does not let it in. */
    ScriptedAgent(SSLContext tls) {
        URI link = URI.create(Engine.agents().replace("https", "wss") + "/droveway/agent-link");
        socket = HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .newWebSocketBuilder()
                .buildAsync(link, this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                heard.add(Json.mapper().readValue(partial.toString(), EngineMessage.class));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    void hello(String host, long lastSequence) {
        say(new AgentMessage.Hello(ProtocolVersion.CURRENT, CAPABILITIES, "test", host, lastSequence));
    }

    void say(AgentMessage message) {
        try {
            socket.sendText(Json.mapper().writeValueAsString(message), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says what is no message. */
    void sayText(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message of this type; others are dropped. */
    <T extends EngineMessage> T hear(Class<T> type) {
        try {
            for (EngineMessage message = heard.poll(20, TimeUnit.SECONDS);
                    message != null;
                    message = heard.poll(20, TimeUnit.SECONDS)) {
                if (type.isInstance(message)) {
                    return type.cast(message);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no " + type.getSimpleName() + " within 20 s");
    }

    /** Why the engine hung up. */
    String closeReason() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    void hangUp() {
        socket.abort();
    }

    /** A host with one management and one migration address. */
    static AgentMessage.Report report(String host, int number, VmReport... vms) {
        HostReport report = new HostReport(
                host,
                Instant.now(),
                HostMode.ENFORCE,
                FirewallState.SHUT,
                "61000-61049",
                "10.61.0." + number,
                8551,
                "test",
                "9.0.0",
                "7.2.0",
                8192,
                8000,
                4,
                List.of(nic("mgmt0", "10.61.0." + number), nic("mig0", "10.62.0." + number)),
                List.of(vms),
                List.of());
        return new AgentMessage.Report(report);
    }

    static VmReport vm(String name, UUID id) {
        return new VmReport(id, name, org.droveway.protocol.host.VmState.RUNNING, 512, 1, List.of(), null, null);
    }

    private static Nic nic(String name, String address) {
        return new Nic(name, true, 1500, List.of(new NicAddress(address, 24, "global", false, false, false, false)));
    }
}
