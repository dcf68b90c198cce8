package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.link.EngineMessage;

/** A cluster with networks and hosts that no other test has: its roles may be changed as one likes. */
final class OwnCluster implements AutoCloseable {
    /** Unique, and the name of its data center too. */
    final String name = "c" + UUID.randomUUID().toString().substring(0, 8);

    private final Engine administrator;
    private final Map<String, ScriptedAgent> agents = new LinkedHashMap<>();

    OwnCluster(Engine administrator) {
        this.administrator = administrator;
        done(201, "POST", "/datacenters", "{\"name\":\"%s\"}".formatted(name));
        done(201, "POST", "/clusters", "{\"name\":\"%s\",\"datacenter\":\"%s\"}".formatted(name, name));
    }

    /** The name, as it is in the engine, of something of this cluster's. */
    String named(String what) {
        return name + "-" + what;
    }

    /** Attaches a new network. */
    void network(String what, String cidr, int mtu, boolean required) {
        done(
                201,
                "POST",
                "/networks",
                "{\"name\":\"%s\",\"cidr\":\"%s\",\"mtu\":%d}".formatted(named(what), cidr, mtu));
        done(200, "PUT", path(what), "{\"required\":%s}".formatted(required));
    }

    /** Where the network is in the cluster. */
    String path(String network) {
        return "/clusters/" + name + "/networks/" + named(network);
    }

    /** Where the network's migration role is. */
    String role(String network) {
        return path(network) + "/roles/migration";
    }

    /** A host with the addresses 10.61.0.NUMBER on mgmt0 and 10.62.0.NUMBER on mig0, MTU 1500, in mode enforce, that is up. */
    ScriptedAgent host(int number, VmReport... vms) {
        String host = named("h" + number);
        ScriptedAgent agent = Host.join(administrator, name, host, number).connect();
        agents.put(host, agent);
        agent.hear(EngineMessage.Welcome.class);
        done(200, "PUT", "/hosts/" + host + "/mode", "{\"mode\":\"enforce\"}");
        agent.say(ScriptedAgent.report(host, number, vms));
        await().until(() -> get("/hosts/" + host).path("nics").size() == 2
                && get("/hosts/" + host).path("state").asText().equals("up"));
        for (VmReport vm : vms) {
            await().until(() -> administrator.call("GET", "/vms/" + vm.id()).status() == 200);
        }
        return agent;
    }

    /** What the engine says of it. */
    JsonNode get(String path) {
        return administrator.call("GET", path).body();
    }

    /** A call that must be answered so. */
    JsonNode done(int status, String method, String path, String body) {
        Engine.Answer answer = administrator.call(method, path, body);
        assertThat(answer.status())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(status);
        return answer.body();
    }

    @Override
    public void close() {
        agents.forEach((host, agent) -> {
            agent.hangUp();
            administrator.call("DELETE", "/hosts/" + host);
        });
    }
}
