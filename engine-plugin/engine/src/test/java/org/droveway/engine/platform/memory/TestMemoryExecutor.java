package org.droveway.engine.platform.memory;

import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.ExecutorFixture;
import org.droveway.engine.migration.MigrationExecutorContract;

class TestMemoryExecutor extends MigrationExecutorContract {
    @Override
    protected ExecutorFixture create() {
        return new MemoryFixture(ExecutorAbilities.ALL);
    }
}
