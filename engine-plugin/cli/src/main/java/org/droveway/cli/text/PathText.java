package org.droveway.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.droveway.cli.engine.KnownPath;

/** Ways between hosts for people. */
public final class PathText {
    private static final double BITS_PER_BYTE = 8;
    private static final double MEGA = 1e6;

    private PathText() {}

    /** All of them. */
    public static String paths(List<KnownPath> paths) {
        Table table = new Table(
                "FROM", "TO", "ADDRESSES", "NIC", "MTU (BYTES)", "ROUND TRIP", "THROUGHPUT", "SAMPLED", "TLS");
        paths.forEach(path -> table.row(
                path.from(),
                path.to(),
                path.sourceAddress() + " -> " + path.destinationAddress()
                        + (path.gateway() == null ? "" : " by " + path.gateway()),
                path.nic(),
                Integer.toString(path.mtu()),
                roundTrip(path.roundTripMicros()),
                String.format(Locale.ROOT, "%.0f Mbit/s", path.bytesPerSecond() * BITS_PER_BYTE / MEGA),
                Units.moment(path.sampledAt()),
                path.tls() ? "agreed" : "not asked for"));
        return table.render();
    }

    private static String roundTrip(long micros) {
        return micros < 1000 ? micros + " µs" : Units.duration(Duration.ofNanos(micros * 1000));
    }
}
