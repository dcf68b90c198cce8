package org.droveway.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS: the engine is who its CA says it is, or it is not reachable. */
final class TestTrust {
    @TempDir
    private Path folder;

    private final TinyAuthority authority = new TinyAuthority("engine CA");
    private HttpsServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'[', ']'});
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void trustsTheCaOfTheFile() throws IOException {
        serve("127.0.0.1");

        assertThat(send(pem(authority)).status()).isEqualTo(200);
    }

    @Test
    void doesNotTrustAnotherCa() throws IOException {
        serve("127.0.0.1");

        assertUnreachable(pem(new TinyAuthority("another CA")), "TLS failed");
    }

    @Test
    void doesNotTrustACertificateForAnotherAddress() throws IOException {
        serve("127.0.0.2");

        assertUnreachable(pem(authority), "TLS failed");
    }

    @Test
    void doesNotTrustTheMachinesCasBesidesTheFile() throws IOException {
        serve("127.0.0.1");

        assertThatThrownBy(() -> new Transport(connection(null)).send("GET", "/", Map.of(), BodyPublishers.noBody()))
                .hasMessageContaining("TLS failed")
                .hasMessageContaining("DROVEWAY_CA");
    }

    @Test
    void namesAMissingFile() {
        assertUnreachable(folder.resolve("none.pem"), "none.pem");
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        assertUnreachable(Files.createFile(folder.resolve("empty.pem")), "it holds no certificate");
    }

    @Test
    void namesAFileThatIsNoCertificate() throws IOException {
        assertUnreachable(
                Files.writeString(
                        folder.resolve("bad.pem"), "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"),
                "bad.pem");
    }

    private void serve(String address) {
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serverContext(address)));
        server.start();
    }

    private Path pem(TinyAuthority of) throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), of.pem());
    }

    private Connection connection(Path ca) {
        return Connection.to("https://127.0.0.1:" + server.getAddress().getPort(), null, ca);
    }

    private Answer send(Path ca) {
        return new Transport(connection(ca)).send("GET", "/", Map.of(), BodyPublishers.noBody());
    }

    private void assertUnreachable(Path ca, String why) {
        assertThatThrownBy(() -> send(ca))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
                .hasMessageContaining(why);
    }
}
