package org.droveway.cli;

import java.util.List;

/** Every command of drovectl with typical arguments, and the calls it makes, in order. */
public final class CommandLines {
    /** Commands that read or change one thing; each line: arguments, then calls, each with its body. */
    public static final List<Line> ALL = List.of(
            line("datacenter list", "GET /datacenters"),
            line("datacenter show lab", "GET /datacenters/lab"),
            line("datacenter create dc2", "POST /datacenters {\"name\":\"dc2\"}", "GET /datacenters/dc2"),
            line("datacenter remove dc2", "DELETE /datacenters/dc2"),
            line("datacenter set lab --migration secure", "PUT /datacenters/lab/migration {\"migration\":\"secure\"}"),
            line(
                    "datacenter set lab --migration=insecure,network=10.62.0.0/24",
                    "PUT /datacenters/lab/migration {\"migration\":\"insecure,network=10.62.0.0/24\"}"),
            line("datacenter unset lab", "DELETE /datacenters/lab/migration"),
            line("datacenter import lab - --overwrite", "PUT /datacenters/lab/datacenter.cfg"),
            line("datacenter import lab - --replaces " + Samples.HASH, "PUT /datacenters/lab/datacenter.cfg"),
            line("datacenter export lab", "GET /datacenters/lab/datacenter.cfg"),
            line("cluster list", "GET /clusters"),
            line("cluster show lab", "GET /clusters/lab"),
            line(
                    "cluster create c2 --datacenter lab",
                    "POST /clusters {\"datacenter\":\"lab\",\"name\":\"c2\"}",
                    "GET /clusters/c2"),
            line("cluster remove c2", "DELETE /clusters/c2"),
            line("network list", "GET /networks"),
            line("network show migration", "GET /networks/migration"),
            line(
                    "network create n2 10.70.0.0/24",
                    "POST /networks {\"cidr\":\"10.70.0.0/24\",\"mtu\":1500,\"name\":\"n2\"}",
                    "GET /networks/n2"),
            line(
                    "network create n2 fd00::/64 --mtu 9000",
                    "POST /networks {\"cidr\":\"fd00::/64\",\"mtu\":9000,\"name\":\"n2\"}",
                    "GET /networks/n2"),
            line(
                    "network edit migration --mtu 9000",
                    "GET /networks/migration",
                    "PUT /networks/migration {\"cidr\":\"10.62.0.0/24\",\"mtu\":9000}"),
            line(
                    "network edit migration --cidr 10.64.0.0/24",
                    "GET /networks/migration",
                    "PUT /networks/migration {\"cidr\":\"10.64.0.0/24\",\"mtu\":1500}"),
            line(
                    "network edit migration --cidr 10.64.0.0/24 --mtu 9000",
                    "GET /networks/migration",
                    "PUT /networks/migration {\"cidr\":\"10.64.0.0/24\",\"mtu\":9000}"),
            line("network remove n2", "DELETE /networks/n2"),
            line("network attach lab n2", "PUT /clusters/lab/networks/n2 {\"required\":false}"),
            line("network attach lab n2 --required", "PUT /clusters/lab/networks/n2 {\"required\":true}"),
            line("network detach lab n2", "DELETE /clusters/lab/networks/n2"),
            line("network role grant lab n2 migration", "PUT /clusters/lab/networks/n2/roles/migration"),
            line("network role grant lab n2 vm", "PUT /clusters/lab/networks/n2/roles/vm"),
            line(
                    "network role grant lab n2 migration --dry-run",
                    "PUT /clusters/lab/networks/n2/roles/migration?dryRun=true"),
            line(
                    "network role revoke lab n2 migration --dry-run",
                    "DELETE /clusters/lab/networks/n2/roles/migration?dryRun=true"),
            line("network role revoke lab n2 management", "DELETE /clusters/lab/networks/n2/roles/management"),
            line("host list", "GET /hosts"),
            line("host show h1", "GET /hosts/h1"),
            line("host mode h1 enforce", "PUT /hosts/h1/mode {\"mode\":\"enforce\"}", "GET /hosts/h1"),
            line("host pin h1 migration 10.62.0.11", "PUT /hosts/h1/pins/migration {\"address\":\"10.62.0.11\"}"),
            line("host unpin h1 migration", "DELETE /hosts/h1/pins/migration", "GET /hosts/h1"),
            line("host remove h3", "DELETE /hosts/h3"),
            line("path list", "GET /paths"),
            line("vm list", "GET /vms"),
            line("vm show vm1", "GET /vms/vm1", "GET /vms/" + Samples.VM_ID + "/effective-policy"),
            line("policy show datacenter lab", "GET /datacenters/lab/policy"),
            line("policy show cluster lab", "GET /clusters/lab/policy"),
            line("policy show vm vm1", "GET /vms/vm1/policy"),
            line("policy set datacenter lab --bandwidth 500", "PUT /datacenters/lab/policy {\"bandwidthMiBs\":500}"),
            line(
                    "policy set cluster lab --security secure --post-copy no --transports direct,tunnel",
                    "PUT /clusters/lab/policy {\"postCopy\":false,\"security\":\"secure\","
                            + "\"transports\":[\"direct\",\"tunnel\"]}"),
            line(
                    "policy set vm vm1 --max-downtime 200 --parallel-connections 1 --fast-handover no"
                            + " --allow-management-network yes --reason tests",
                    "PUT /vms/vm1/policy {\"allowManagementNetwork\":true,\"fastHandover\":false,\"maxDowntimeMs\":200,"
                            + "\"parallelConnections\":1,\"reason\":\"tests\"}"),
            line("policy set cluster lab --bandwidth 9 --replaces 3", "PUT /clusters/lab/policy {\"bandwidthMiBs\":9}"),
            line(
                    "policy set cluster lab --convergence keep-on --compression xbzrle --connections 4",
                    "PUT /clusters/lab/policy {\"compression\":\"xbzrle\",\"convergence\":\"keep-on\","
                            + "\"parallelConnections\":4}"),
            line("policy unset vm vm1", "DELETE /vms/vm1/policy"),
            line("policy unset vm vm1 --replaces 4", "DELETE /vms/vm1/policy"),
            line("migrate vm1", "POST /migrations {\"dryRun\":false,\"vm\":\"vm1\"}"),
            line("migrate vm1 h2", "POST /migrations {\"dryRun\":false,\"host\":\"h2\",\"vm\":\"vm1\"}"),
            line("migrate vm1 --type secure", "POST /migrations {\"dryRun\":false,\"type\":\"secure\",\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --network 10.62.0.0/24",
                    "POST /migrations {\"dryRun\":false,\"network\":\"10.62.0.0/24\"," + "\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --bandwidth 200",
                    "POST /migrations {\"bandwidthMiBs\":200,\"dryRun\":false," + "\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --max-downtime 50",
                    "POST /migrations {\"dryRun\":false,\"maxDowntimeMs\":50," + "\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --allow-management-network",
                    "POST /migrations {\"allowManagementNetwork\":true,\"dryRun\":false,\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --type insecure --dry-run",
                    "POST /migrations {\"dryRun\":true,\"type\":\"insecure\"," + "\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --type insecure --reason tests",
                    "POST /migrations {\"dryRun\":false,\"reason\":\"tests\",\"type\":\"insecure\",\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --with-local-disks --connections 4 --compression zstd",
                    "POST /migrations {\"compression\":\"zstd\",\"dryRun\":false,\"parallelConnections\":4,"
                            + "\"vm\":\"vm1\",\"withLocalDisks\":true}"),
            line(
                    "migrate vm1 --convergence keep-on --handover strict",
                    "POST /migrations {\"convergence\":\"keep-on\",\"dryRun\":false,\"fastHandover\":false,"
                            + "\"vm\":\"vm1\"}"),
            line(
                    "migrate vm1 --post-copy --handover fast",
                    "POST /migrations {\"dryRun\":false,\"fastHandover\":true,\"postCopy\":true,\"vm\":\"vm1\"}"),
            line("migration list", "GET /migrations"),
            line("migration list --vm vm1", "GET /migrations?vm=vm1"),
            line("migration list --state failed", "GET /migrations?state=FAILED"),
            line("migration list --limit 5", "GET /migrations?limit=5"),
            line("migration list --vm vm1 --state FAILED --limit 5", "GET /migrations?vm=vm1&state=FAILED&limit=5"),
            line("migration show ID", "GET /migrations/ID"),
            line("migration watch ID", "GET /migrations/ID", "GET /migrations/ID"),
            line("migration cancel ID", "POST /migrations/ID/cancel"),
            line("token list", "GET /tokens"),
            line("token create --role operator", "POST /tokens {\"role\":\"operator\"}"),
            line(
                    "token create --role operator --name alice",
                    "POST /tokens {\"name\":\"alice\",\"role\":\"operator\"}"),
            line("token create --role admin --ttl 8h", "POST /tokens {\"role\":\"admin\",\"ttl\":\"PT8H\"}"),
            line(
                    "token create --role enrolment --cluster lab --ttl 30m",
                    "POST /tokens {\"cluster\":\"lab\",\"role\":\"enrolment\",\"ttl\":\"PT30M\"}"),
            line("token create --role viewer", "POST /tokens {\"role\":\"viewer\"}"),
            line(
                    "token create --role operator --permission migration-override",
                    "POST /tokens {\"permissions\":[\"migration-override\"],\"role\":\"operator\"}"),
            line("token revoke t1", "DELETE /tokens/t1"),
            line("login alice", "POST /sessions {\"password\":\"typed password\",\"user\":\"alice\"}"),
            line(
                    "login alice --ttl 8h",
                    "POST /sessions {\"password\":\"typed password\",\"ttl\":\"PT8H\",\"user\":\"alice\"}"),
            line("user list", "GET /users"),
            line("user show alice", "GET /users/alice"),
            line(
                    "user add alice --role viewer",
                    "POST /users {\"name\":\"alice\",\"permissions\":[],\"role\":\"viewer\"}"),
            line(
                    "user edit alice --role operator --permission migration-override",
                    "PUT /users/alice {\"permissions\":[\"migration-override\"],\"role\":\"operator\"}"),
            line("user password alice", "PUT /users/alice/password {\"password\":\"typed password\"}"),
            line(
                    "user password alice --own",
                    "PUT /users/alice/password {\"current\":\"typed password\",\"password\":\"typed password\"}"),
            line("user remove alice", "DELETE /users/alice"),
            line("audit list", "GET /audit"),
            line(
                    "audit list --who alice --object h1 --outcome refused --since 2026-11-21T10:00:00Z --limit 5",
                    "GET /audit?who=alice&object=h1&outcome=refused&since=2026-11-21T10%3A00%3A00Z&limit=5"),
            line("audit export", "GET /audit?after=0&limit=1000"),
            line("audit verify", "GET /audit/head", "GET /audit?after=0&limit=1000"));

    private CommandLines() {}

    /** An engine at which a command succeeds. */
    public static ScriptedEngine engine(Line line) {
        ScriptedEngine engine = new ScriptedEngine();
        for (String call : line.calls()) {
            String[] parts = call.split(" ", 3);
            boolean dryRun = parts.length == 3 && parts[2].contains("\"dryRun\":true");
            engine.on(parts[0] + " " + parts[1], 200, dryRun ? Samples.PLAN : sample(parts[0], parts[1]));
        }
        return engine;
    }

    private static String sample(String method, String target) {
        if (target.endsWith("?dryRun=true")) {
            return Samples.ROLE_PREVIEW;
        }
        String path = target.replaceFirst("\\?.*", "");
        if (path.chars().filter(character -> character == '/').count() == 1 && method.equals("GET")) {
            return "[" + one(path) + "]";
        }
        return path.equals("/migrations") ? "{\"id\":\"" + Samples.ID + "\"}" : one(path);
    }

    private static String one(String path) {
        if (path.endsWith("/effective-policy")) {
            return Samples.EFFECTIVE_POLICY;
        }
        if (path.endsWith("/policy")) {
            return Samples.SCOPE_POLICY;
        }
        if (path.contains("/networks")) {
            return Samples.NETWORK;
        }
        return switch (path.split("/", 3)[1]) {
            case "datacenters" -> Samples.DATA_CENTER;
            case "clusters" -> Samples.CLUSTER;
            case "hosts" -> Samples.HOST;
            case "paths" -> Samples.PATH;
            case "users" -> Samples.USER;
            case "sessions" -> Samples.LOGIN;
            case "audit" -> Samples.ENTRY;
            case "vms" -> Samples.VM;
            case "migrations" -> Samples.completed("conforms");
            default -> Samples.NEW_TOKEN;
        };
    }

    private static Line line(String arguments, String... calls) {
        return new Line(arguments, List.of(calls));
    }

    /** A command line and its calls. */
    public record Line(String text, List<String> calls) {
        /** As the shell would split it. */
        public String[] arguments() {
            return text.split(" ");
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
