package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.droveway.agent.config.PortPool;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.jspecify.annotations.Nullable;

/** The firewall through libnftables. */
public final class KernelFirewall implements Firewall {
    private static final System.Logger LOG = System.getLogger(KernelFirewall.class.getName());
    private static final String TABLE = "droveway";
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final String LIST = "list table " + Table.NAME;

    private final Nftables nftables;
    private final PortPool pool;
    private final Clock clock;
    private final Map<Pinhole, Instant> pinholes = new HashMap<>();
    private HostMode mode = HostMode.OBSERVE;
    private @Nullable List<String> expected;

    public KernelFirewall(Nftables nftables, PortPool pool, Clock clock) {
        this.nftables = requireNonNull(nftables, "nftables");
        this.pool = requireNonNull(pool, "pool");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public synchronized void apply(HostMode wanted) {
        if (wanted == HostMode.OBSERVE) {
            nftables.run(Table.remove());
            pinholes.clear();
            expected = null;
        } else {
            CarriedOver old = listing().map(CarriedOver::of).orElse(CarriedOver.NOTHING);
            nftables.run(new Table(wanted, pool).replace(old.with(left())));
            expected = listing().map(Listing::rules).orElse(null);
        }
        mode = wanted;
    }

    @Override
    public synchronized HostMode mode() {
        return mode;
    }

    @Override
    public synchronized FirewallState state() {
        try {
            Optional<Listing> found = listing();
            if (mode != HostMode.ENFORCE || found.isEmpty()) {
                return FirewallState.OPEN;
            }
            return found.get().rules().equals(expected) ? FirewallState.SHUT : FirewallState.UNKNOWN;
        } catch (FirewallException e) {
            LOG.log(System.Logger.Level.WARNING, "the firewall cannot be read", e);
            return FirewallState.UNKNOWN;
        }
    }

    @Override
    public synchronized boolean repair() {
        if (mode == HostMode.OBSERVE) {
            return false;
        }
        boolean sound = listing().map(found -> found.rules().equals(expected)).orElse(false);
        if (!sound) {
            LOG.log(System.Logger.Level.ERROR, "somebody removed or changed table " + Table.NAME + ": it is made anew");
            apply(mode);
        }
        return !sound;
    }

    @Override
    public synchronized void open(Pinhole pinhole, Duration timeout) {
        if (mode == HostMode.OBSERVE) {
            throw new FirewallException("host is in mode observe and has no pinholes, needed assist or enforce");
        }
        try {
            nftables.run(Table.renew(pinhole, timeout.toSeconds()));
        } catch (FirewallException e) {
            throw listing().isEmpty() ? missing(e) : e;
        }
        pinholes.put(pinhole, clock.instant().plus(timeout));
    }

    @Override
    public synchronized void shut(Pinhole pinhole) {
        Instant until = pinholes.remove(pinhole);
        // Reading the table costs ten times what changing it does: only where the kernel may have forgotten the
        // pinhole.
        boolean surely = until != null && until.minus(MARGIN).isAfter(clock.instant());
        if (surely || isThere(pinhole)) {
            remove(pinhole);
        }
    }

    private void remove(Pinhole pinhole) {
        try {
            nftables.run(Table.forget(pinhole));
        } catch (FirewallException e) {
            if (listing().isPresent()) {
                throw e;
            }
        }
    }

    private boolean isThere(Pinhole pinhole) {
        return listing()
                .map(Listing::pinholes)
                .filter(found -> found.contains(pinhole))
                .isPresent();
    }

    @Override
    public synchronized void keepOnly(Collection<Pinhole> wanted) {
        pinholes.keySet().retainAll(wanted);
        String surplus = listing().map(Listing::pinholes).orElseGet(java.util.Set::of).stream()
                .filter(pinhole -> !wanted.contains(pinhole))
                .map(Table::delete)
                .collect(Collectors.joining());
        if (!surplus.isEmpty()) {
            nftables.run(surplus);
        }
    }

    @Override
    public synchronized long accepted(int port) {
        return listing().map(found -> found.admitted().get(port)).orElse(0L);
    }

    @Override
    public synchronized long refused() {
        return listing().map(Listing::refused).orElse(0L);
    }

    private Optional<Listing> listing() {
        return Listing.parse(nftables.list("list tables inet")).hasTable(TABLE)
                ? Optional.of(Listing.parse(nftables.list(LIST)))
                : Optional.empty();
    }

    private static FirewallException missing(FirewallException cause) {
        return new FirewallException("table " + Table.NAME + " is not there: somebody removed it", cause);
    }

    private Map<Pinhole, Long> left() {
        Instant now = clock.instant();
        return pinholes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Duration.between(now, entry.getValue()).toSeconds()));
    }
}
