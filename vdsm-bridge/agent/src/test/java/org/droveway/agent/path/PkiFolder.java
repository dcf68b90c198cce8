package org.droveway.agent.path;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.droveway.agent.testing.Authority;

/** The five files of a migration PKI folder, of a CA made for them. */
final class PkiFolder {
    private PkiFolder() {}

    /**
     * Writes them.
     *
     * @param name in the certificate for both ends
     */
    static void write(Path folder, String name) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Authority authority = new Authority("migration CA of " + folder.getFileName());
        KeyPair keys = Authority.generate("EC");
        byte[] certificate =
                authority.sign("CN=" + name, keys.getPublic(), List.of(name)).getEncoded();
        Files.writeString(folder.resolve("ca-cert.pem"), authority.pem(), US_ASCII);
        for (String end : List.of("client", "server")) {
            Files.writeString(folder.resolve(end + "-cert.pem"), Authority.pem("CERTIFICATE", certificate), US_ASCII);
            Files.writeString(
                    folder.resolve(end + "-key.pem"),
                    Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
                    US_ASCII);
        }
    }
}
