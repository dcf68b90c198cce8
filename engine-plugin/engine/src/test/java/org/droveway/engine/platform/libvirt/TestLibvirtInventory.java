package org.droveway.engine.platform.libvirt;

import org.droveway.engine.inventory.InventoryContract;
import org.droveway.engine.inventory.InventoryFixture;

class TestLibvirtInventory extends InventoryContract {
    @Override
    protected InventoryFixture create() {
        return new LibvirtFixture();
    }
}
