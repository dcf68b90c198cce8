package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real process that has a guest's arguments. */
@Timeout(20)
class TestQemuProcesses {
    private static final UUID VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000001");

    @TempDir
    private Path pidFiles;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private Optional<GuestProcess> found(String uuid) throws IOException {
        process = new ProcessBuilder("sh", "-c", "read line", "-uuid", uuid).start();
        Files.writeString(pidFiles.resolve("vm1.pid"), process.pid() + "\n");
        return new QemuProcesses(pidFiles).of(VM, "vm1");
    }

    @Test
    void hearsOfTheEnd() throws Exception {
        try (GuestProcess guest = found(VM.toString()).orElseThrow()) {
            assertThat(guest.pid()).isEqualTo(process.pid());
            CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(guest::awaitEnd);
            assertThat(ended).isNotDone();
            process.destroyForcibly();
            assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEndBeforeItIsAwaitedIsHeardToo() throws Exception {
        try (GuestProcess guest = found(VM.toString()).orElseThrow()) {
            process.destroyForcibly().waitFor();
            assertThat(guest.awaitEnd()).isTrue();
        }
    }

    @Test
    void whoeverWaitsIsLetGoWhenItIsClosed() throws Exception {
        GuestProcess guest = found(VM.toString()).orElseThrow();
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(guest::awaitEnd);
        guest.close();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(process.isAlive()).isTrue();
        guest.close();
    }

    @Test
    void theProcessOfAnotherGuestIsNotTaken() throws Exception {
        assertThat(found("d70e3a1b-0000-4000-8000-000000000002")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "0", "4194305"})
    void nonsenseIsNotAProcess(String content) throws Exception {
        Files.writeString(pidFiles.resolve("vm1.pid"), content);
        assertThat(new QemuProcesses(pidFiles).of(VM, "vm1")).isEmpty();
    }

    @Test
    void withoutAPidFileThereIsNone() {
        assertThat(new QemuProcesses(pidFiles).of(VM, "vm1")).isEmpty();
    }
}
