package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import javax.net.ssl.SSLContext;

/** A host that has joined, with its certificates. */
record Host(String name, int number, HostKeys keys, JsonNode grant) {
    /** Joins the lab under the name, with addresses that end in the number. */
    static Host join(Engine administrator, String name, int number) {
        new Lab(administrator).create();
        return join(administrator, Lab.CLUSTER, name, number);
    }

    /** Joins a cluster that is there. */
    static Host join(Engine administrator, String cluster, String name, int number) {
        HostKeys keys = HostKeys.make();
        String token = Lab.enrolmentToken(administrator, cluster);
        String request = keys.request(name, "10.61.0." + number, "10.62.0." + number);
        Engine.Answer answer = Engine.withToken(token).call("POST", "/enrolments", request);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new Host(name, number, keys, answer.body());
    }

    SSLContext tls() {
        return Trust.inCaAs(
                keys.agent().getPrivate(), grant.path("agentCertificate").asText());
    }

    /** Connects and reports no VMs. */
    ScriptedAgent connect() {
        ScriptedAgent agent = new ScriptedAgent(tls());
        agent.hello(name, 0);
        return agent;
    }
}
