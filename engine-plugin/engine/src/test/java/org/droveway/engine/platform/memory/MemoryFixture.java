package org.droveway.engine.platform.memory;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.List;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.ExecutorFixture;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostReport;

/** The memory platform in the contract's hands. */
final class MemoryFixture implements ExecutorFixture {
    private final MemoryInventory inventory = new MemoryInventory();
    private final KeyPair keys = generate();
    private final MemoryExecutor executor;

    MemoryFixture(ExecutorAbilities abilities) {
        executor = new MemoryExecutor(inventory, abilities, keys.getPublic());
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public MigrationExecutor executor() {
        return executor;
    }

    @Override
    public PrivateKey permitKey() {
        return keys.getPrivate();
    }

    @Override
    public void report(HostReport report) {
        inventory.report(report);
    }

    @Override
    public void lose(String host) {
        inventory.lose(host);
    }

    @Override
    public void remove(String host) {
        inventory.remove(host);
    }

    @Override
    public void holdCopies() {
        executor.hold();
    }

    @Override
    public void releaseCopies() {
        executor.release();
    }

    @Override
    public void failCopies() {
        executor.fail();
    }

    @Override
    public void refuseNext(List<Refusal> refusals) {
        executor.refuseNext(refusals);
    }

    @Override
    public void close() {
        executor.close();
    }
}
