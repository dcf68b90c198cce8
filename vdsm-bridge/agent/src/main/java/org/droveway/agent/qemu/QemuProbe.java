package org.droveway.agent.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a QEMU without a machine, asks it and lets it end; one that hangs or talks without end is killed. */
final class QemuProbe {
    /** QEMU 7.2 says 210 kB. */
    private static final int LONGEST = 8 << 20;

    private final Duration limit;

    /** @param limit from start to end of the process */
    QemuProbe(Duration limit) {
        this.limit = limit;
    }

    QemuFinding ask(Path emulator) {
        Process process;
        try {
            process = new ProcessBuilder(QmpQuestions.command(emulator.toString()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return QemuFinding.unknown(emulator + " cannot be started: " + e.getMessage());
        }
        AtomicBoolean late = new AtomicBoolean();
        var unused = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, failure) -> {
                    if (failure instanceof TimeoutException) {
                        late.set(true);
                        kill(process);
                    }
                });
        try {
            String said = converse(process);
            return late.get() ? hung(emulator) : QmpAnswers.read(said);
        } catch (IOException e) {
            return late.get() ? hung(emulator) : QemuFinding.unknown(emulator + " cannot be asked: " + e.getMessage());
        } finally {
            kill(process);
        }
    }

    private QemuFinding hung(Path emulator) {
        return QemuFinding.unknown(emulator + " did not answer within " + limit.toMillis() + " ms and was killed");
    }

    /** What it is told fits into a pipe, so that it can be written before anything is read. */
    private static String converse(Process process) throws IOException {
        try (OutputStream in = process.getOutputStream();
                InputStream out = process.getInputStream()) {
            in.write(QmpQuestions.text().getBytes(StandardCharsets.US_ASCII));
            in.flush();
            byte[] said = out.readNBytes(LONGEST);
            if (said.length == LONGEST) {
                throw new IOException("it says more than " + LONGEST + " bytes");
            }
            return new String(said, StandardCharsets.UTF_8);
        }
    }

    /** With its children: one that keeps the pipe open would be waited for. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
