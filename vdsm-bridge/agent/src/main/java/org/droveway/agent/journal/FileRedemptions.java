package org.droveway.agent.journal;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.droveway.agent.store.AppendLog;
import org.droveway.protocol.permit.Permit;

/** Redeemed permits in one file, a line each: id and expiry. */
public final class FileRedemptions implements Redemptions, AutoCloseable {
    /** After its expiry a permit is refused anyway; the margin is for clocks that were set back. */
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(7);

    private final AppendLog log;
    private final Map<UUID, Instant> redeemed = new HashMap<>();

    /** Opens or makes the file and forgets what expired long before now. */
    public FileRedemptions(Path file, Instant now) {
        this.log = new AppendLog(file);
        List<String> lines = log.linesAtOpening();
        redeemed.putAll(lines.stream()
                .map(line -> line.split(" ", -1))
                .collect(toMap(parts -> UUID.fromString(parts[0]), parts -> Instant.parse(parts[1]), (a, b) -> b)));
        if (redeemed.values().removeIf(expiry -> expiry.plus(KEPT_AFTER_EXPIRY).isBefore(now))) {
            log.rewrite(redeemed.entrySet().stream()
                    .map(entry -> line(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    @Override
    public synchronized boolean redeem(Permit permit) {
        if (redeemed.putIfAbsent(permit.id(), permit.expiresAt()) != null) {
            return false;
        }
        log.append(line(permit.id(), permit.expiresAt()));
        return true;
    }

    @Override
    public synchronized boolean isRedeemed(Permit permit) {
        return redeemed.containsKey(permit.id());
    }

    @Override
    public synchronized void close() {
        log.close();
    }

    private static String line(UUID id, Instant expiry) {
        return id + " " + expiry;
    }
}
