package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.link.MigrationProgress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Migrations between two scripted agents; from outside. */
@ExtendWith(ArquillianExtension.class)
class TestMigrations {
    private final Engine administrator = Engine.administrator();
    private final UUID vm = UUID.randomUUID();
    private final String suffix = vm.toString().substring(0, 8);
    private final String from = "from-" + suffix;
    private final String to = "to-" + suffix;
    private @Nullable Host sourceHost;
    private @Nullable ScriptedAgent source;
    private @Nullable ScriptedAgent destination;

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @BeforeEach
    void connect() {
        Host first = Host.join(administrator, from, 51);
        Host second = Host.join(administrator, to, 52);
        for (Host host : List.of(first, second)) {
            administrator.call("PUT", "/hosts/" + host.name() + "/mode", "{\"mode\":\"enforce\"}");
        }
        sourceHost = first;
        source = connect(first, ScriptedAgent.report(from, 51, ScriptedAgent.vm("vm-" + suffix, vm)));
        destination = connect(second, ScriptedAgent.report(to, 52));
        await().until(() -> administrator.call("GET", "/vms/" + vm).status() == 200
                && administrator
                        .call("GET", "/hosts/" + to)
                        .body()
                        .path("state")
                        .asText()
                        .equals("up"));
    }

    @AfterEach
    void leave() {
        source().hangUp();
        requireAgent(destination).hangUp();
        administrator.call("DELETE", "/hosts/" + from);
        administrator.call("DELETE", "/hosts/" + to);
    }

    @Test
    void aMigrationIsFollowedToItsEnd() {
        String id = start();
        MigrationOrder order = moving().agree();
        assertThat(order.destinationManagementAddress()).isEqualTo("10.61.0.52");
        moving().step(1, id, MigrationState.NEGOTIATED, from);
        moving().step(2, id, MigrationState.COPYING, from);
        moving().step(3, id, MigrationState.COMPLETED, to);
        JsonNode ended = moving().awaitState(id, "COMPLETED");
        assertThat(ended.path("vmHost").asText()).isEqualTo(to);
        assertThat(ended.path("requestedBy").asText()).isEqualTo("first (admin)");
        assertThat(ended.path("verdict").asText()).isEqualTo("unknown");
        assertThat(ended.path("plan").path("libvirtCall").asText()).isEqualTo("the call");
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        String id = start();
        moving().agree();
        MigrationEvent event = ScriptedSource.event(1, id, MigrationState.NEGOTIATED, from);
        source().say(new AgentMessage.Event(event));
        source().say(new AgentMessage.Event(event));
        assertThat(source().hear(EngineMessage.Acknowledge.class).sequence()).isEqualTo(1);
        assertThat(source().hear(EngineMessage.Acknowledge.class).sequence()).isEqualTo(1);
        assertThat(moving().awaitState(id, "NEGOTIATED").path("steps")).hasSize(3);
    }

    @Test
    void anAgentThatComesBackIsToldWhatIsStored() {
        String id = start();
        moving().agree();
        moving().step(1, id, MigrationState.NEGOTIATED, from);
        source().hear(EngineMessage.Acknowledge.class);
        ScriptedAgent again =
                new ScriptedAgent(Objects.requireNonNull(sourceHost).tls());
        again.hello(from, 5);
        assertThat(again.hear(EngineMessage.Welcome.class).acknowledged()).isEqualTo(1);
        assertThat(source().closeReason()).contains("newer");
        again.hangUp();
    }

    @Test
    void aSecondMigrationOfTheSameVmIsRefused() {
        start();
        Engine.Answer second = request(false);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("refusals").findValuesAsText("code")).contains("VM_ALREADY_MIGRATING");
    }

    @Test
    void aRefusedNegotiationEndsItWithEveryReason() {
        String id = start();
        EngineMessage.Start order = source().hear(EngineMessage.Start.class);
        List<Refusal> reasons = List.of(
                new Refusal("NO_FREE_PORT", "host " + to, "none", "one", "wait"), new Refusal("X", "y", "", "", ""));
        source().say(new AgentMessage.Reply(order.request(), reasons, null));
        JsonNode ended = moving().awaitState(id, "REFUSED");
        assertThat(ended.path("refusals").findValuesAsText("code")).containsExactly("NO_FREE_PORT", "X");
        assertThat(ended.path("vmHost").asText()).isEqualTo(from);
    }

    @Test
    void aDryRunAsksAndLeavesNothing() {
        CompletableFuture<Engine.Answer> answer = CompletableFuture.supplyAsync(() -> request(true));
        EngineMessage.Ask asked = source().hear(EngineMessage.Ask.class);
        source().say(new AgentMessage.Reply(asked.request(), List.of(), ScriptedSource.agreement(asked.order())));
        assertThat(answer.join().status()).isEqualTo(200);
        JsonNode plan = answer.join().body();
        assertThat(plan.path("libvirtCall").asText()).isEqualTo("the call");
        assertThat(plan.path("agreed").path("tlsDestination").asText()).isEqualTo(to);
        assertThat(plan.path("parameters").path("convergence").asText()).isEqualTo("keep-on");
        assertThat(administrator.call("GET", "/migrations?vm=" + vm).body()).isEmpty();
    }

    @Test
    void whatAnAgentDoesNotKnowIsRefusedByNameAndNeverSent() {
        Engine.Answer answer = administrator.call(
                "POST", "/migrations", "{\"vm\":\"%s\",\"host\":\"%s\",\"parallelConnections\":4}".formatted(vm, to));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("refusals"))
                .extracting(refusal -> refusal.path("code").asText()
                        + " " + refusal.path("object").asText() + ": "
                        + refusal.path("found").asText())
                .containsExactlyInAnyOrder(
                        "CAPABILITY_MISSING host " + from + ": its agent does not know multifd",
                        "CAPABILITY_MISSING host " + to + ": its agent does not know multifd");
    }

    @Test
    void aMigrationIsCancelledThroughItsSource() {
        String id = start();
        moving().agree();
        moving().step(1, id, MigrationState.COPYING, from);
        moving().awaitState(id, "COPYING");
        List<String> states = administrator.statesOf(id);
        assertThat(administrator.call("POST", "/migrations/" + id + "/cancel").status())
                .isEqualTo(202);
        assertThat(source().hear(EngineMessage.Cancel.class).migration()).isEqualTo(UUID.fromString(id));
        await().until(() -> states.contains("CANCELLING"));
        source().say(new AgentMessage.Progress(
                new MigrationProgress(UUID.fromString(id), Instant.now(), 1, 10, 1, 9, 1, 1)));
        moving().step(2, id, MigrationState.CANCELLING, from);
        source().hear(EngineMessage.Acknowledge.class);
        moving().step(3, id, MigrationState.CANCELLED, from);
        moving().awaitState(id, "CANCELLED");
        await().until(() -> states.contains("CANCELLED"));
        assertThat(states).containsExactly("COPYING", "CANCELLING", "CANCELLED");
        assertThat(administrator.call("POST", "/migrations/" + id + "/cancel").status())
                .isEqualTo(409);
    }

    @Test
    void aNetworkWithHostBitsIsToldWhichOneWasMeant() {
        Engine.Answer answer =
                administrator.call("POST", "/migrations", "{\"vm\":\"%s\",\"network\":\"10.62.0.1/24\"}".formatted(vm));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("network: '10.62.0.1/24' has host bits (bits beyond the prefix); needed 10.62.0.0/24");
        assertThat(administrator.call("GET", "/migrations?vm=" + vm).body()).isEmpty();
    }

    @Test
    void aHostThatIsDownIsNamed() {
        requireAgent(destination).hangUp();
        await().until(() -> administrator
                .call("GET", "/hosts/" + to)
                .body()
                .path("state")
                .asText()
                .equals("down"));
        Engine.Answer answer = request(false);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("refusals").findValuesAsText("code")).contains("HOST_DOWN");
        assertThat(administrator.call("GET", "/migrations?vm=" + vm).body()).isEmpty();
    }

    private String start() {
        Engine.Answer answer = request(false);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    private Engine.Answer request(boolean dryRun) {
        return administrator.call(
                "POST", "/migrations", "{\"vm\":\"%s\",\"host\":\"%s\",\"dryRun\":%s}".formatted(vm, to, dryRun));
    }

    private static ScriptedAgent connect(Host host, AgentMessage.Report report) {
        ScriptedAgent agent = host.connect();
        agent.hear(EngineMessage.Welcome.class);
        agent.say(report);
        return agent;
    }

    private ScriptedSource moving() {
        return new ScriptedSource(source(), administrator);
    }

    private ScriptedAgent source() {
        return requireAgent(source);
    }

    private static ScriptedAgent requireAgent(@Nullable ScriptedAgent agent) {
        return Objects.requireNonNull(agent);
    }
}
