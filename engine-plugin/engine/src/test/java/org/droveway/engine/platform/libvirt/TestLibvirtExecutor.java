package org.droveway.engine.platform.libvirt;

import org.droveway.engine.migration.ExecutorFixture;
import org.droveway.engine.migration.MigrationExecutorContract;

class TestLibvirtExecutor extends MigrationExecutorContract {
    @Override
    protected ExecutorFixture create() {
        return new LibvirtFixture();
    }
}
