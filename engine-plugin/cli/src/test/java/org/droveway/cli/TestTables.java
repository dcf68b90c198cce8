package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people see of lists and objects, letter by letter. */
final class TestTables {
    @Test
    void dataCenters() {
        assertThat(list("datacenter", Samples.DATA_CENTER)).isEqualTo("""
                        NAME  MIGRATION                    CLUSTERS
                        lab   secure,network=10.62.0.0/24  lab
                        """);
    }

    @Test
    void clusters() {
        assertThat(list("cluster", Samples.CLUSTER)).isEqualTo("""
                        NAME  DATA CENTER  HOSTS   MIGRATION NETWORK
                        lab   lab          h1, h2  migration
                        """);
    }

    @Test
    void networks() {
        assertThat(list("network", Samples.NETWORK)).isEqualTo("""
                        NAME       CIDR          MTU (BYTES)  ROLES      CLUSTERS
                        migration  10.62.0.0/24  1500         migration  lab
                        """);
    }

    @Test
    void hosts() {
        assertThat(list("host", Samples.HOST)).isEqualTo("""
                        NAME  CLUSTER  STATE  MODE     MIGRATION ADDRESS  PORT POOL    FREE MEMORY (MIB)
                        h1    lab      up     enforce  10.62.0.11         61000-61049  4000 of 8000
                        """);
    }

    @Test
    void vms() {
        assertThat(list("vm", Samples.VM)).isEqualTo("""
                        NAME  HOST  STATE    MEMORY (MIB)  VCPUS  MIGRATION
                        vm1   h1    running  512           1      -
                        """);
    }

    @Test
    void paths() {
        assertThat(list("path", Samples.PATH)).isEqualTo("""
                        FROM  TO  ADDRESSES                              NIC   MTU (BYTES)  ROUND TRIP  THROUGHPUT   SAMPLED                  TLS
                        h1    h2  10.62.0.11 -> 10.62.9.12 by 10.62.0.1  mig0  9000         80 µs       9920 Mbit/s  2026-11-21 09:00:00 UTC  agreed
                        """);
    }

    @Test
    void tokens() {
        assertThat(list("token", Samples.TOKEN)).isEqualTo("""
                        ID  NAME   ROLE      CLUSTER  CREATED                  EXPIRES
                        t1  alice  operator  -        2026-11-21 09:00:00 UTC  2026-11-21 17:00:00 UTC
                        """);
    }

    @Test
    void emptyListsStillHaveTheirHeading() {
        assertThat(list("vm", "")).isEqualTo("NAME  HOST  STATE  MEMORY (MIB)  VCPUS  MIGRATION\n");
    }

    @Test
    void oneNetwork() {
        assertThat(show("network", Samples.NETWORK)).isEqualTo("""
                        network   migration
                        CIDR      10.62.0.0/24
                        MTU       1500 bytes
                        roles     migration
                        clusters  lab: migration; required
                        """);
    }

    @Test
    void oneDataCenterWithoutPolicy() {
        assertThat(show("datacenter", "{\"name\":\"lab\"}")).contains("migration    not set\n");
    }

    @Test
    void oneHost() {
        assertThat(show("host", Samples.HOST))
                .contains("NICs                mig0: up, MTU 1500 bytes, 10.62.0.11/24\n")
                .contains("                    vm0: down, MTU 1500 bytes, no address\n")
                .contains("agent: until 2026-11-28 10:00:00 UTC, not issued by Droveway\n")
                .contains("capabilities        direct, multifd\n")
                .contains("last seen           2026-11-21 09:59:58 UTC\n");
    }

    @Test
    void oneVm() {
        assertThat(show("vm", Samples.VM)).contains("memory   512 MiB\n").doesNotContain("owned by");
    }

    @Test
    void whatIsInForceForAVmWithEachReason() {
        try (ScriptedEngine engine = new ScriptedEngine()
                .on("GET /vms/vm1", 200, Samples.VM)
                .on("GET /vms/" + Samples.VM_ID + "/effective-policy", 200, Samples.EFFECTIVE_POLICY)) {
            assertThat(new Terminal(engine).run("vm", "show", "vm1").out()).endsWith("""
                    cluster  lab
                    state    running
                    memory   512 MiB
                    vCPUs    1

                    POLICY         IN FORCE        WHY
                    security       secure          cluster lab says secure; the strictest wins (data center lab: insecure)
                    bandwidthMiBs  -               no scope says anything: it is not limited
                    postCopy       no              cluster lab says no
                    transports     direct, tunnel  cluster lab says direct, tunnel
                    network        migration       it has the migration role in cluster lab
                    """);
        }
    }

    @Test
    void whatAClusterSays() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, Samples.SCOPE_POLICY)) {
            assertThat(new Terminal(engine)
                            .run("policy", "show", "cluster", "lab")
                            .out())
                    .isEqualTo("""
                            cluster     lab
                            security    secure
                            bandwidth   200 MiB/s
                            post-copy   no
                            transports  direct
                            set by      alice (admin)
                            reason      storage has no locks
                            version     3
                            """);
        }
    }

    @Test
    void aVmWithItsNics() {
        String nics = ",\"nics\":[{\"mac\":\"52:54:00:00:00:01\",\"type\":\"bridge\",\"hostNic\":\"br1\"},"
                + "{\"mac\":\"52:54:00:00:00:02\",\"type\":\"network\",\"network\":\"default\"}]}";
        assertThat(show("vm", Samples.VM.replace("}", nics)))
                .contains("NICs     52:54:00:00:00:01: bridge on br1\n")
                .contains("         52:54:00:00:00:02: network default\n");
    }

    @Test
    void aVmOfAnotherManager() {
        assertThat(show("vm", Samples.VM.replace("}", ",\"owner\":\"pacemaker\"}")))
                .contains("owned by  pacemaker\n");
    }

    @Test
    void aNewTokenIsShownOnce() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(201, Samples.NEW_TOKEN)) {
            assertThat(new Terminal(engine)
                            .run("token", "create", "--role", "operator")
                            .out())
                    .contains("token    drv_s3cr3t   (shown only now)\n");
        }
    }

    private static String list(String noun, String element) {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, "[" + element + "]")) {
            return new Terminal(engine).run(noun, "list").out();
        }
    }

    private static String show(String noun, String object) {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, object)) {
            return new Terminal(engine).run(noun, "show", "x").out();
        }
    }
}
