package org.droveway.engine.platform.memory;

import org.droveway.engine.inventory.InventoryContract;
import org.droveway.engine.inventory.InventoryFixture;
import org.droveway.engine.migration.ExecutorAbilities;

class TestMemoryInventory extends InventoryContract {
    @Override
    protected InventoryFixture create() {
        return new MemoryFixture(ExecutorAbilities.ALL);
    }
}
