package org.droveway.agent.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against scripts that stand for QEMU. */
class TestQemuProbe {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private Path script(String body) throws IOException {
        Path script = folder.resolve("qemu");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    @Test
    void whatItSaysIsRead() throws IOException {
        Path answers = folder.resolve("answers");
        Files.writeString(answers, TestQmpAnswers.answers("handmade-4.0.0"));
        QemuFinding finding = new QemuProbe(Duration.ofSeconds(20)).ask(script("cat " + answers));
        assertThat(finding.abilities().orElseThrow().version()).isEqualTo("4.0.0");
    }

    @Test
    void itIsAskedEverythingAndToldToEnd() throws IOException {
        Path heard = folder.resolve("heard");
        new QemuProbe(Duration.ofSeconds(20)).ask(script("echo \"$@\" > " + heard + "; head -n 6 >> " + heard));
        assertThat(Files.readAllLines(heard))
                .hasSize(7)
                .startsWith("-machine none,accel=kvm:tcg -nodefaults -no-user-config -display none -S -qmp stdio")
                .endsWith("{\"execute\":\"quit\",\"id\":\"quit\"}");
    }

    @Test
    void oneThatHangsIsKilledWithItsChildren() throws IOException {
        Path child = folder.resolve("child");
        Path hanging = script("sleep 600 & echo $! > " + child + "; wait");
        QemuFinding finding = new QemuProbe(SHORT).ask(hanging);
        assertThat(finding.complaint()).isEqualTo(hanging + " did not answer within 300 ms and was killed");
        ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void oneThatTalksWithoutEndIsKilled() throws IOException {
        QemuFinding finding = new QemuProbe(Duration.ofSeconds(20)).ask(script("yes"));
        assertThat(finding.complaint()).endsWith("it says more than 8388608 bytes");
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");
        assertThat(new QemuProbe(SHORT).ask(missing).complaint()).startsWith(missing + " cannot be started: ");
    }

    @Test
    void oneThatEndsAtOnceSaysWhy() throws IOException {
        QemuFinding finding = new QemuProbe(Duration.ofSeconds(20))
                .ask(script("head -n 6 > /dev/null; echo 'no such option' >&2; exit 1"));
        assertThat(finding.complaint()).endsWith("was not answered; it said: no such option");
    }
}
