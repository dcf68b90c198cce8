package org.droveway.agent.qemu;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.droveway.protocol.peer.QemuAbilities;

/**
 * What came of asking a binary.
 *
 * @param abilities empty when it gave no whole answer
 * @param complaint why there are none; empty when there are
 */
public record QemuFinding(Optional<QemuAbilities> abilities, String complaint) {
    public QemuFinding {
        requireNonNull(abilities, "abilities");
        requireNonNull(complaint, "complaint");
    }

    static QemuFinding of(QemuAbilities abilities) {
        return new QemuFinding(Optional.of(abilities), "");
    }

    static QemuFinding unknown(String complaint) {
        return new QemuFinding(Optional.empty(), complaint);
    }
}
