package org.droveway.cli;

/** Answers of an engine, in the shapes of docs/api.md. */
public final class Samples {
    public static final String DATA_CENTER = """
            {"name":"lab","migration":"secure,network=10.62.0.0/24","migrationType":"secure",
             "migrationNetwork":"10.62.0.0/24","clusters":["lab"]}""";

    public static final String CLUSTER = """
            {"name":"lab","datacenter":"lab","hosts":["h1","h2"],
             "networks":[{"name":"management","roles":["management"],"required":true},
                         {"name":"migration","roles":["migration"],"required":false}]}""";

    public static final String NETWORK = """
            {"name":"migration","cidr":"10.62.0.0/24","mtu":1500,"roles":["migration"],
             "clusters":[{"name":"lab","roles":["migration"],"required":true}]}""";

    public static final String ROLE_PREVIEW = """
            {"cluster":"lab","network":"migration",
             "hosts":[{"host":"h1","address":"10.62.0.11","nic":"mig0","mtu":1500,"reason":"it is pinned"},
                      {"host":"h3","reason":"no address in 10.62.0.0/24"}],
             "errors":[],
             "warnings":[{"code":"HOST_WITHOUT_ADDRESS","object":"host h3","found":"no address in 10.62.0.0/24",
                          "needed":"exactly one usable address","remedy":"configure one"}]}""";

    public static final String HOST = """
            {"name":"h1","cluster":"lab","state":"up","mode":"enforce","firewall":"shut",
             "nics":[{"name":"mig0","up":true,"mtu":1500,"addresses":["10.62.0.11/24"]},
                     {"name":"vm0","up":false,"mtu":1500,"addresses":[]}],
             "migrationAddress":"10.62.0.11","managementAddress":"10.61.0.11","portPool":"61000-61049",
             "libvirtVersion":"9.0.0","qemuVersion":"7.2.0","agentVersion":"0.1.0",
             "capabilities":["direct","multifd"],"memoryTotalMiB":8000,
             "memoryFreeMiB":4000,"cpus":2,
             "certificates":[{"purpose":"migration","subject":"CN=h1","notAfter":"2026-11-28T10:00:00Z","ours":true},
                             {"purpose":"agent","subject":"CN=h1","notAfter":"2026-11-28T10:00:00Z","ours":false}],
             "pins":[{"network":"migration","address":"10.62.0.11"}],"lastSeen":"2026-11-21T09:59:58.123Z"}""";

    public static final String VM = """
            {"name":"vm1","id":"0b7c1d8e-2a4f-4c55-9d3e-6f1a2b3c4d5e","host":"h1","state":"running","memoryMiB":512,
             "vcpus":1,"cluster":"lab"}""";

    public static final String PATH = """
            {"from":"h1","to":"h2","migration":"5c1f8b3a-0d2e-4f6a-8b7c-9d0e1f2a3b4c","seenAt":"2026-11-21T09:00:00Z",
             "sourceAddress":"10.62.0.11","destinationAddress":"10.62.9.12","nic":"mig0","gateway":"10.62.0.1","mtu":9000,
             "roundTripMicros":80,"bytesPerSecond":1240000000,"sampledAt":"2026-11-21T09:00:00Z","tls":true}""";

    public static final String VM_ID = "0b7c1d8e-2a4f-4c55-9d3e-6f1a2b3c4d5e";

    public static final String SCOPE_POLICY = """
            {"scope":"cluster","name":"lab","version":3,"setBy":"alice (admin)","reason":"storage has no locks",
             "weakening":false,"security":"secure","bandwidthMiBs":200,"postCopy":false,"transports":["direct"]}""";

    public static final String EFFECTIVE_POLICY = """
            {"vm":"vm1","vmId":"0b7c1d8e-2a4f-4c55-9d3e-6f1a2b3c4d5e","cluster":"lab","datacenter":"lab",
             "policyVersion":7,"network":{"name":"migration","cidr":"10.62.0.0/24","managementNetwork":false,
             "reason":"it has the migration role in cluster lab","warnings":[]},
             "fields":[{"field":"security","value":"secure","rule":"the strictest wins",
                        "winner":{"scope":"cluster","name":"lab"},
                        "reason":"cluster lab says secure; the strictest wins (data center lab: insecure)",
                        "said":[{"scope":"datacenter","name":"lab","value":"insecure"},
                                {"scope":"cluster","name":"lab","value":"secure"},{"scope":"vm","name":"vm1"}]},
                       {"field":"bandwidthMiBs","rule":"the minimum wins","said":[],
                        "reason":"no scope says anything: it is not limited"},
                       {"field":"postCopy","value":false,"rule":"a no wins","said":[],"reason":"cluster lab says no"},
                       {"field":"transports","value":["direct","tunnel"],"rule":"only what all of them allow is left",
                        "said":[],"reason":"cluster lab says direct, tunnel"}],
             "refusals":[]}""";

    public static final String TOKEN = """
            {"id":"t1","name":"alice","role":"operator","created":"2026-11-21T09:00:00Z","expires":"2026-11-21T17:00:00Z"}""";

    public static final String NEW_TOKEN = """
            {"id":"t2","token":"drv_s3cr3t","role":"operator","expires":"2026-11-21T17:00:00Z"}""";

    public static final String USER = """
            {"name":"alice","role":"operator","permissions":["migration-override"],"created":"2026-11-21T09:00:00Z"}""";

    public static final String LOGIN = """
            {"id":"t3","user":"alice","token":"drv_s3ss10n","role":"viewer","permissions":[],
             "expires":"2026-11-21T11:00:00Z"}""";

    /** The first entry of an audit, with its true hash. */
    public static final String ENTRY = """
            {"sequence":1,"at":"2026-11-21T10:00:00.123456Z","who":"alice (admin)","from":"10.61.0.99",
             "request":"PUT /hosts/h1/mode","action":"change","object":"host h1",
             "before":"{\\"mode\\":\\"OBSERVE\\"}","after":"{\\"mode\\":\\"ENFORCE\\"}","outcome":"done",
             "previous":"0000000000000000000000000000000000000000000000000000000000000000","hash":"9b081238346e01b80e7a34540b3ec9d16941ca350d229ea7fb883a3dff165a86"}""";

    public static final String HASH = "9b081238346e01b80e7a34540b3ec9d16941ca350d229ea7fb883a3dff165a86";

    public static final String REFUSAL = """
            {"code":"HOST_WITHOUT_ADDRESS","object":"host h3","found":"no address in 10.62.0.0/24",
             "needed":"one usable address in 10.62.0.0/24","remedy":"give h3 an address, or choose another host"}""";

    public static final String SECOND_REFUSAL = """
            {"code":"NOT_ENOUGH_MEMORY","object":"host h3","found":"200 MiB free","needed":"512 MiB free",
             "remedy":"free memory on h3"}""";

    public static final String PLAN = """
            {"vm":"vm1","vmId":"0b7c1d8e-2a4f-4c55-9d3e-6f1a2b3c4d5e","from":"h1","to":"h2","network":"migration",
             "cidr":"10.62.0.0/24","type":"secure","transport":"direct","managementNetwork":false,
             "sourceAddress":"10.62.0.11","destinationAddress":"10.62.0.12","sourceNic":"mig0","destinationNic":"mig0",
             "mtu":1500,"ports":1,"policyVersion":7,"parameters":{"tlsDestination":"h2","bandwidthMiBs":100,
             "streamBandwidthMiBs":50,"disks":["vdb"],"parallelConnections":4,"compression":"none",
             "handover":"strict","convergence":"throttle","wheels":3},
             "decisions":[{"subject":"network","value":"migration","reason":"cluster lab gives it the migration role"}],
             "candidates":[{"host":"h2","accepted":true,"weight":0.5,"refusals":[]},
                           {"host":"h3","accepted":false,"refusals":[""" + REFUSAL + "," + SECOND_REFUSAL + """
                    ]}],
             "libvirtCall":"virDomainMigrateToURI3\\n  migrate_uri = tcp://10.62.0.12:PORT"}""";

    public static final String ID = "5f0e6f0a-7c1e-4d69-8f4b-0d8e5b9f1a11";

    private Samples() {}

    /** A migration in a state, with more fields, each followed by a comma. */
    public static String migration(String state, String more) {
        return "{" + more + "\"id\":\"" + ID + "\",\"vm\":\"vm1\",\"vmId\":\"0b7c1d8e-2a4f-4c55-9d3e-6f1a2b3c4d5e\","
                + "\"from\":\"h1\",\"to\":\"h2\",\"cluster\":\"lab\",\"state\":\"" + state + "\",\"vmHost\":\"h1\","
                + "\"type\":\"secure\",\"transport\":\"direct\",\"network\":\"migration\",\"managementNetwork\":false,"
                + "\"requestedBy\":\"admin\",\"requestedAt\":\"2026-11-21T10:00:00Z\"}";
    }

    /** A copy of 512 MiB of which so much remains. */
    public static String copying(long remainingMiB) {
        long mib = 1024 * 1024;
        return migration(
                "COPYING",
                "\"progress\":{\"elapsedMs\":1500,\"totalBytes\":" + 512 * mib + ",\"processedBytes\":" + 700 * mib
                        + ",\"remainingBytes\":" + remainingMiB * mib + ",\"bytesPerSecond\":" + 180 * mib
                        + ",\"iteration\":1},");
    }

    /** A completed migration with what was observed. */
    public static String completed(String verdict) {
        return migration("COMPLETED", """
                "endedAt":"2026-11-21T10:00:03.400Z","verdict":"%s","verdictReasons":["memory went over mig0, TLS"],
                "steps":[{"state":"REQUESTED","at":"2026-11-21T10:00:00Z"},
                         {"state":"COPYING","at":"2026-11-21T10:00:00.500Z","detail":"memory"},
                         {"state":"COMPLETED","at":"2026-11-21T10:00:03.400Z"}],
                "observed":[{"host":"h1","connections":[{"localAddress":"10.62.0.11","localPort":40000,
                    "remoteAddress":"10.62.0.12","remotePort":61000,"nic":"mig0"}],
                    "traffic":[{"nic":"mig0","receivedBytes":1000,"sentBytes":544210944}],"memoryStream":"tls",
                    "tlsCredentials":true,"pinholes":[],"suspendedAt":"2026-11-21T10:00:03.000Z","migrateCallMs":2400,
                    "libvirtDowntimeMs":40},
                  {"host":"h2","connections":[],"traffic":[],"memoryStream":"unknown",
                    "pinholes":[{"source":"10.62.0.11","destination":"10.62.0.12","port":61000,
                    "openedAt":"2026-11-21T10:00:00.300Z","shutForNewAt":"2026-11-21T10:00:00.900Z",
                    "removedAt":"2026-11-21T10:00:03.300Z","packetsAccepted":1,"refused":600}],
                    "resumedAt":"2026-11-21T10:00:03.042Z"}],""".formatted(verdict));
    }

    /** A problem detail with reasons. */
    public static String refused(String detail, String... refusals) {
        return "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"" + detail
                + "\",\"refusals\":[" + String.join(",", refusals) + "]}";
    }

    /** A problem detail without reasons. */
    public static String problem(int status, String detail) {
        return "{\"type\":\"about:blank\",\"title\":\"A title\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\"}";
    }
}
