package org.droveway.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDirectoryLock {
    @TempDir
    private Path folder;

    @Test
    void onlyOneHasIt() {
        try (DirectoryLock lock = DirectoryLock.take(folder.resolve("state")).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(DirectoryLock.take(folder.resolve("state"))).isEmpty();
        }
    }

    @Test
    void theNextOneGetsItWhenItIsClosed() {
        DirectoryLock.take(folder).orElseThrow().close();
        assertThat(DirectoryLock.take(folder)).hasValueSatisfying(DirectoryLock::close);
    }
}
