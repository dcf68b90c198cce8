package org.droveway.cli.text;

import java.time.Instant;
import java.util.List;
import org.droveway.cli.engine.Observation;
import org.jspecify.annotations.Nullable;

/** What a host's agent saw, for people. */
final class ObservationText {
    private ObservationText() {}

    static String of(Observation seen) {
        return new Details()
                .add("observed on", seen.host())
                .addAll("  connections", connections(seen))
                .add("  memory stream", seen.memoryStream())
                .addKnown("  disk stream", seen.diskStream())
                .add("  QEMU says TLS", answer(seen.tlsCredentials()))
                .addAll("  bytes on NICs", traffic(seen))
                .addAll("  pinholes", pinholes(seen))
                .addKnown("  guest stopped", time(seen.suspendedAt()))
                .addKnown("  guest ran again", time(seen.resumedAt()))
                .addKnown("  libvirt's call", millis(seen.migrateCallMs()))
                .addKnown("  libvirt's downtime", millis(seen.libvirtDowntimeMs()))
                .render();
    }

    private static List<String> connections(Observation seen) {
        return seen.connections().stream()
                .map(connection -> connection.localAddress() + ":" + connection.localPort() + " <-> "
                        + connection.remoteAddress() + ":" + connection.remotePort() + " on " + connection.nic())
                .toList();
    }

    private static List<String> traffic(Observation seen) {
        return seen.traffic().stream()
                .map(nic -> nic.nic() + ": " + Units.bytes(nic.receivedBytes()) + " received, "
                        + Units.bytes(nic.sentBytes()) + " sent")
                .toList();
    }

    private static List<String> pinholes(Observation seen) {
        return seen.pinholes().stream()
                .map(pinhole -> pinhole.source() + " -> " + pinhole.destination() + ":" + pinhole.port() + ", opened "
                        + Units.timeOfDay(pinhole.openedAt()) + ", shut for new "
                        + Units.timeOfDay(pinhole.shutForNewAt())
                        + ", removed " + Units.timeOfDay(pinhole.removedAt()) + "; let in " + pinhole.packetsAccepted()
                        + ", refused " + pinhole.refused())
                .toList();
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Units.timeOfDay(instant);
    }

    private static @Nullable String millis(@Nullable Long millis) {
        return millis == null ? null : millis + " ms";
    }

    private static String answer(@Nullable Boolean value) {
        if (value == null) {
            return "not known";
        }
        return value ? "yes" : "no";
    }
}
