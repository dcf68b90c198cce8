package org.droveway.agent.preflight;

import java.util.List;
import org.droveway.agent.host.TlsFiles;

/** Certificates that are not where libvirt looks for them, in words. */
final class Missing {
    private Missing() {}

    static List<String> of(TlsFiles files) {
        return files.missing().isEmpty()
                ? List.of()
                : List.of("libvirt looks for certificates in " + files.directory() + ", where "
                        + String.join(", ", files.missing()) + " cannot be read");
    }
}
