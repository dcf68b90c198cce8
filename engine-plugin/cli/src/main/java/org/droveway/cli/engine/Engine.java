package org.droveway.cli.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.cli.connection.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The engine's REST API, one method a call. Each ends with a {@link org.droveway.cli.CommandFailure} if the engine is not
 * reached, does not know an object, or refuses.
 */
public final class Engine {
    private static final String CFG = "datacenter.cfg";

    private final Transport transport;

    /** An engine at the other end of a transport. */
    public Engine(Transport transport) {
        this.transport = requireNonNull(transport, "transport");
    }

    /** All data centers. */
    public List<DataCenter> dataCenters() {
        return call("GET", "datacenters").list(DataCenter.class);
    }

    /** One data center. */
    public DataCenter dataCenter(String name) {
        return call("GET", "datacenters", name).one(DataCenter.class);
    }

    /** Makes a data center without a policy. */
    public void createDataCenter(String name) {
        call("POST", "datacenters").with(Map.of("name", name)).run();
    }

    /** Removes a data center that has no clusters. */
    public void removeDataCenter(String name) {
        call("DELETE", "datacenters", name).run();
    }

    /** Sets the migration policy from its datacenter.cfg text. */
    public PolicySet setPolicy(String dataCenter, String migration) {
        return call("PUT", "datacenters", dataCenter, "migration")
                .with(Map.of("migration", migration))
                .one(PolicySet.class);
    }

    /** Takes the migration policy away. */
    public DataCenter unsetPolicy(String dataCenter) {
        return call("DELETE", "datacenters", dataCenter, "migration").one(DataCenter.class);
    }

    /** The data center's datacenter.cfg, byte for byte. */
    public byte[] datacenterCfg(String dataCenter) {
        return call("GET", "datacenters", dataCenter, CFG).file();
    }

    /**
     * Puts a datacenter.cfg in place of the one that is there.
     *
     * @param ifMatch ETag of the one that is to be replaced, or * for whatever is there
     */
    public PolicySet importCfg(String dataCenter, byte[] file, String ifMatch) {
        return call("PUT", "datacenters", dataCenter, CFG)
                .replacing(ifMatch)
                .withFile(file)
                .one(PolicySet.class);
    }

    /** What is known of the ways between hosts. */
    public List<KnownPath> paths() {
        return call("GET", "paths").list(KnownPath.class);
    }

    /** All clusters. */
    public List<Cluster> clusters() {
        return call("GET", "clusters").list(Cluster.class);
    }

    /** One cluster. */
    public Cluster cluster(String name) {
        return call("GET", "clusters", name).one(Cluster.class);
    }

    /** Makes a cluster in a data center. */
    public void createCluster(String name, String dataCenter) {
        call("POST", "clusters")
                .with(Map.of("name", name, "datacenter", dataCenter))
                .run();
    }

    /** Removes a cluster that has no hosts. */
    public void removeCluster(String name) {
        call("DELETE", "clusters", name).run();
    }

    /** All networks. */
    public List<Network> networks() {
        return call("GET", "networks").list(Network.class);
    }

    /** One network. */
    public Network network(String name) {
        return call("GET", "networks", name).one(Network.class);
    }

    /** Makes a network; MTU in bytes. */
    public void createNetwork(String name, String cidr, int mtu) {
        call("POST", "networks")
                .with(Map.of("name", name, "cidr", cidr, "mtu", mtu))
                .run();
    }

    /** One network, with its version. */
    public Versioned<Network> versionedNetwork(String name) {
        return call("GET", "networks", name).versioned(Network.class);
    }

    /** Gives a network another CIDR and MTU in place of those that were seen. */
    public Network editNetwork(Versioned<Network> seen, String cidr, int mtu) {
        return call("PUT", "networks", seen.value().name())
                .replacing(seen.tag())
                .with(Map.of("cidr", cidr, "mtu", mtu))
                .one(Network.class);
    }

    /** Removes a network that has no migration role. */
    public void removeNetwork(String name) {
        call("DELETE", "networks", name).run();
    }

    /** Attaches a network to a cluster. */
    public Network attach(String cluster, String network, boolean required) {
        return call("PUT", "clusters", cluster, "networks", network)
                .with(Map.of("required", required))
                .one(Network.class);
    }

    /** Detaches a network from a cluster. */
    public void detach(String cluster, String network) {
        call("DELETE", "clusters", cluster, "networks", network).run();
    }

    /** Gives a network a role in a cluster. */
    public Network grantRole(String cluster, String network, String role) {
        return call("PUT", "clusters", cluster, "networks", network, "roles", role)
                .one(Network.class);
    }

    /** Takes a role from a network in a cluster. */
    public Network revokeRole(String cluster, String network, String role) {
        return call("DELETE", "clusters", cluster, "networks", network, "roles", role)
                .one(Network.class);
    }

    /** What granting the migration role would come to; changes nothing. */
    public RolePreview previewGrant(String cluster, String network, String role) {
        return call("PUT", "clusters", cluster, "networks", network, "roles", role)
                .query("dryRun=true")
                .one(RolePreview.class);
    }

    /** What revoking the migration role would come to; changes nothing. */
    public RolePreview previewRevoke(String cluster, String network, String role) {
        return call("DELETE", "clusters", cluster, "networks", network, "roles", role)
                .query("dryRun=true")
                .one(RolePreview.class);
    }

    /** All hosts. */
    public List<Host> hosts() {
        return call("GET", "hosts").list(Host.class);
    }

    /** One host. */
    public Host host(String name) {
        return call("GET", "hosts", name).one(Host.class);
    }

    /** Puts a host into a mode. */
    public Host setMode(String host, String mode) {
        return call("PUT", "hosts", host, "mode").with(Map.of("mode", mode)).one(Host.class);
    }

    /** Settles which address a host uses on a network. */
    public Host pin(String host, String network, String address) {
        return call("PUT", "hosts", host, "pins", network)
                .with(Map.of("address", address))
                .one(Host.class);
    }

    /** Takes a pin away. */
    public void unpin(String host, String network) {
        call("DELETE", "hosts", host, "pins", network).run();
    }

    /** Removes a host. */
    public void removeHost(String name) {
        call("DELETE", "hosts", name).run();
    }

    /** All VMs. */
    public List<Vm> vms() {
        return call("GET", "vms").list(Vm.class);
    }

    /** One VM, by name or UUID. */
    public Vm vm(String name) {
        return call("GET", "vms", name).one(Vm.class);
    }

    /** What is in force for a VM, and why. */
    public EffectivePolicy effectivePolicy(String vm) {
        return call("GET", "vms", vm, "effective-policy").one(EffectivePolicy.class);
    }

    /** What a scope says; scopes are datacenters, clusters or vms. */
    public ScopePolicy scopePolicy(String scope, String name) {
        return call("GET", scope, name, "policy").one(ScopePolicy.class);
    }

    /**
     * Has a scope say exactly this.
     *
     * @param version of what it says so far; null: whatever it says
     */
    public ScopePolicy setScopePolicy(String scope, String name, PolicyStatement statement, @Nullable Long version) {
        return call("PUT", scope, name, "policy")
                .replacing(tag(version))
                .with(statement)
                .one(ScopePolicy.class);
    }

    /** Has a scope say nothing; the version as for saying something. */
    public ScopePolicy unsetScopePolicy(String scope, String name, @Nullable Long version) {
        return call("DELETE", scope, name, "policy").replacing(tag(version)).one(ScopePolicy.class);
    }

    private static @Nullable String tag(@Nullable Long version) {
        return version == null ? null : "\"" + version + "\"";
    }

    /** Starts a migration; gives its id. */
    public String migrate(MigrationOrder order) {
        return call("POST", "migrations").with(order).one(Started.class).id();
    }

    /** Plans and negotiates without doing anything. */
    public Plan plan(MigrationOrder order) {
        return call("POST", "migrations").with(order).one(Plan.class);
    }

    /** Migrations, newest first; each filter may be left out. */
    public List<Migration> migrations(@Nullable String vm, @Nullable String state, @Nullable Integer limit) {
        Map<String, @Nullable Object> filters = new LinkedHashMap<>();
        filters.put("vm", vm);
        filters.put("state", state);
        filters.put("limit", limit);
        List<String> query = new ArrayList<>();
        filters.forEach((name, value) -> {
            if (value != null) {
                query.add(name + "=" + Call.encode(value.toString()));
            }
        });
        return call("GET", "migrations").query(String.join("&", query)).list(Migration.class);
    }

    /** One migration. */
    public Migration migration(String id) {
        return call("GET", "migrations", id).one(Migration.class);
    }

    /** Asks for a migration's end; what comes of it shows in the migration. */
    public Migration cancel(String id) {
        return call("POST", "migrations", id, "cancel").one(Migration.class);
    }

    /** All API tokens, without the secrets. */
    public List<Token> tokens() {
        return call("GET", "tokens").list(Token.class);
    }

    /** Makes a token. */
    public Token createToken(TokenOrder order) {
        return call("POST", "tokens").with(order).one(Token.class);
    }

    /** Ends a token at once. */
    public void revokeToken(String id) {
        call("DELETE", "tokens", id).run();
    }

    private Call call(String method, String... segments) {
        return Call.of(transport, method, segments);
    }

    private record Started(String id) {}
}
