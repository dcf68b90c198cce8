package org.droveway.agent.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.identity.MigrationTls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TestProvedPath {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private ServerSocket listener;
    private @Nullable Future<?> otherEnd;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 1, HERE);
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        if (otherEnd != null) {
            // What it ends with is not what the test is about.
            otherEnd.cancel(true);
        }
        executor.shutdownNow();
    }

    private Future<?> answering(Path pki) {
        return executor.submit(() -> {
            try (Socket socket = listener.accept()) {
                new PathAnswers(new MigrationTls(pki)).serve(socket);
            }
            return null;
        });
    }

    private ProvedPath path() throws IOException {
        return new ProvedPath(new Socket(HERE, listener.getLocalPort()));
    }

    @Test
    void everyQuestionIsAnswered() throws Exception {
        Future<?> answers = answering(folder);
        try (ProvedPath path = path()) {
            assertThat(path.roundTrip(3)).isPositive();
            path.fullFrames();
            assertThat(path.throughput(Duration.ofMillis(50))).isPositive();
        }
        answers.get(10, TimeUnit.SECONDS);
    }

    @Test
    void tlsIsTriedWithTheFilesThatQemuReads() throws Exception {
        PkiFolder.write(folder, "h2");
        Future<?> answers = answering(folder);
        try (ProvedPath path = path()) {
            path.secure(new MigrationTls(folder).client(), "h2");
            assertThat(path.roundTrip(1)).isPositive();
        }
        answers.get(10, TimeUnit.SECONDS);
    }

    @Test
    void anotherNameInTheCertificateIsRefused() throws Exception {
        PkiFolder.write(folder, "h3");
        otherEnd = answering(folder);
        try (ProvedPath path = path()) {
            assertThatThrownBy(() -> path.secure(new MigrationTls(folder).client(), "h2"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("h2");
        }
    }

    @Test
    void anotherAuthorityIsRefusedByEither() throws Exception {
        Path other = folder.resolve("other");
        PkiFolder.write(folder, "h2");
        PkiFolder.write(other, "h2");
        otherEnd = answering(other);
        try (ProvedPath path = path()) {
            assertThatThrownBy(() -> path.secure(new MigrationTls(folder).client(), "h2"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new MigrationTls(folder).client())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("client-key.pem");
    }

    @Test
    void aPathThatSwallowsFramesTimesOut() throws Exception {
        otherEnd = executor.submit(() -> {
            Socket silent = listener.accept();
            return silent;
        });
        try (ProvedPath path = path()) {
            path.patience(Duration.ofMillis(100));
            assertThatThrownBy(path::fullFrames).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aDestinationThatClosesIsNoAnswer() throws Exception {
        otherEnd = executor.submit(() -> {
            listener.accept().close();
            return null;
        });
        try (ProvedPath path = path()) {
            assertThatThrownBy(() -> path.roundTrip(1)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void moreThanItsShareIsNotTaken() throws Exception {
        Future<?> answers = executor.submit(() -> {
            try (Socket socket = listener.accept()) {
                assertThatThrownBy(() -> new PathAnswers(new MigrationTls(folder)).serve(socket))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("asks for 1048576 bytes");
            }
            return null;
        });
        try (Socket greedy = new Socket(HERE, listener.getLocalPort())) {
            greedy.getOutputStream().write(new byte[] {'F', 0, 0x10, 0, 0});
            answers.get(10, TimeUnit.SECONDS);
        }
    }
}
