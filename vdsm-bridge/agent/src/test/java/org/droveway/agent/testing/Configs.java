package org.droveway.agent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.config.PortPool;

/** Configurations whose files are all in one folder. */
public final class Configs {
    private Configs() {}

    public static AgentConfig in(Path folder, Authority authority) {
        return in(folder, authority, URI.create("https://127.0.0.1:1"));
    }

    public static AgentConfig in(Path folder, Authority authority, URI engine) {
        try {
            Path trusted = Files.writeString(folder.resolve("engine-ca.pem"), authority.pem());
            return new AgentConfig(
                    "h1",
                    engine,
                    trusted,
                    folder.resolve("token"),
                    Ip.of("10.61.0.11"),
                    8551,
                    new PortPool(61000, 61049),
                    folder.resolve("state"),
                    folder.resolve("run"),
                    folder.resolve("pki"),
                    "test:///default",
                    folder.resolve("libvirt-sock"),
                    folder.resolve("images"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
