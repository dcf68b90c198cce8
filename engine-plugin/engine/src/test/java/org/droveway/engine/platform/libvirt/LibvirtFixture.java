package org.droveway.engine.platform.libvirt;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.engine.agentlink.ScriptedLinks;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventoryChange;
import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.inventory.store.ChangeCommitted;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.ExecutorFixture;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.platform.memory.MemoryExecutor;
import org.droveway.engine.platform.memory.MemoryInventory;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostReport;

/** The libvirt connector with scripted agents at the other end of its links; behind those, the memory platform is the world. */
final class LibvirtFixture implements ExecutorFixture {
    private final MemoryInventory worldInventory = new MemoryInventory();
    private final KeyPair keys = generate();
    private final MemoryExecutor world = new MemoryExecutor(worldInventory, ExecutorAbilities.ALL, keys.getPublic());
    private final Map<String, ScriptedAgent> agents = new ConcurrentHashMap<>();
    private final StoredHosts hosts = new StoredHosts();
    private final Orders orders = new Orders();
    private final LibvirtPlatform platform = new LibvirtPlatform();
    private final ScriptedLinks engine = new ScriptedLinks(platform, hosts);

    @SuppressWarnings("UnnecessaryAssignment") // does what the container's injection would do
    LibvirtFixture() {
        platform.inventory = new LibvirtInventory();
        platform.executor = new LibvirtExecutor();
        platform.executor.links = engine.links();
        platform.executor.inventory = platform.inventory;
        platform.executor.migrations = orders;
        platform.links = engine.links();
        platform.hosts = hosts;
        platform.cursors = new StoredCursors();
        platform.clock = Clock.systemUTC();
        worldInventory.subscribe(this::passOn);
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A host whose VMs changed says so, as a real agent does. */
    private void passOn(InventoryChange change) {
        if (change instanceof InventoryChange.HostChanged changed) {
            HostStatus host = changed.host();
            ScriptedAgent agent = agents.get(host.name());
            if (agent != null && host.report() != null) {
                agent.reportLater(host.report());
            }
        }
    }

    @Override
    public Inventory inventory() {
        return platform.inventory;
    }

    @Override
    public MigrationExecutor executor() {
        return platform.executor;
    }

    @Override
    public PrivateKey permitKey() {
        return keys.getPrivate();
    }

    @Override
    public void report(HostReport report) {
        worldInventory.report(report);
        agents.computeIfAbsent(report.host(), this::join).report(report);
    }

    private ScriptedAgent join(String host) {
        ScriptedAgent agent = new ScriptedAgent(hosts.enrol(host), engine, world, orders);
        world.observe(agent);
        platform.changed(new ChangeCommitted(ObjectChanged.Kind.HOST, host));
        return agent;
    }

    @Override
    public void lose(String host) {
        agents.get(host).disconnect();
    }

    @Override
    public void remove(String host) {
        hosts.forget(host);
        ScriptedAgent agent = agents.remove(host);
        agent.disconnect();
        platform.changed(new ChangeCommitted(ObjectChanged.Kind.HOST, host));
    }

    @Override
    public void holdCopies() {
        world.hold();
    }

    @Override
    public void releaseCopies() {
        world.release();
    }

    @Override
    public void failCopies() {
        world.fail();
    }

    @Override
    public void refuseNext(List<Refusal> refusals) {
        world.refuseNext(refusals);
    }

    @Override
    public void close() {
        agents.values().forEach(ScriptedAgent::close);
        world.close();
    }
}
