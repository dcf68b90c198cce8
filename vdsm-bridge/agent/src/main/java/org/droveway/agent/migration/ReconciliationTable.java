package org.droveway.agent.migration;

import static org.droveway.agent.migration.Circumstance.FAST;
import static org.droveway.agent.migration.Circumstance.HELD;
import static org.droveway.agent.migration.Circumstance.RELEASED;
import static org.droveway.agent.migration.Settlement.ATTENTION;
import static org.droveway.agent.migration.Settlement.DISCARD_SOURCE;
import static org.droveway.agent.migration.Settlement.GOES_ON;
import static org.droveway.agent.migration.Settlement.ON_DESTINATION;
import static org.droveway.agent.migration.Settlement.ON_SOURCE;
import static org.droveway.agent.migration.Settlement.RELEASE;
import static org.droveway.agent.migration.Settlement.RESUME_POST_COPY;
import static org.droveway.agent.migration.Settlement.RESUME_SOURCE;
import static org.droveway.agent.migration.Settlement.WAIT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What follows from what both libvirts say: every pair of answers is in exactly one row of its circumstance. */
final class ReconciliationTable {
    private static final Set<Side> SILENT = Set.of(Side.SILENT);
    private static final Set<Side> ANSWERS = EnumSet.complementOf(EnumSet.of(Side.SILENT));
    private static final Set<Side> ABSENT = Set.of(Side.ABSENT);
    private static final Set<Side> OFF = Set.of(Side.OFF);
    private static final Set<Side> GONE = Set.of(Side.ABSENT, Side.OFF);
    private static final Set<Side> RUNNING = Set.of(Side.RUNNING);
    private static final Set<Side> MIGRATING = Set.of(Side.MIGRATING);
    private static final Set<Side> SUSPENDED = Set.of(Side.SUSPENDED);
    private static final Set<Side> UNCLEAR = Set.of(Side.UNCLEAR);
    private static final Set<Side> POST_COPY = Set.of(Side.POST_COPY);
    private static final Set<Side> POST_COPY_FAILED = Set.of(Side.POST_COPY_FAILED);
    private static final Set<Side> ANY_POST_COPY = Set.of(Side.POST_COPY, Side.POST_COPY_FAILED);
    private static final Set<Side> NO_POST_COPY =
            EnumSet.complementOf(EnumSet.of(Side.SILENT, Side.POST_COPY, Side.POST_COPY_FAILED));
    private static final Set<Side> INCOMPLETE = Set.of(Side.MIGRATING, Side.STARTING);
    private static final Set<Side> COMPLETE = Set.of(Side.SUSPENDED, Side.STANDING);
    /** Stands still, but not for the migration. */
    private static final Set<Side> STANDING = Set.of(Side.SUSPENDED, Side.STANDING, Side.STARTING);

    private static final String SILENCE = "who does not answer may have the VM";
    private static final String NEVER_ORDERED = "post-copy was never ordered: somebody else did it";
    private static final String BY_ITSELF = "an unfinished incoming guest without its source goes by itself";
    private static final String UNKNOWN_STATE = "what libvirt says is on its way to something else";

    private static final List<Row> ROWS = Stream.of(held(), released(), fast(), postCopy())
            .flatMap(List::stream)
            .toList();

    private ReconciliationTable() {}

    /** All of it. */
    static List<Row> rows() {
        return ROWS;
    }

    /** The one row. */
    static Row of(Circumstance circumstance, Side source, Side destination) {
        return ROWS.stream()
                .filter(row -> row.holds(circumstance, source, destination))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no row for " + circumstance + ", source " + source + ", destination " + destination));
    }

    private static List<Row> held() {
        Set<Side> waits = union(GONE, INCOMPLETE, COMPLETE);
        return List.of(
                new Row(HELD, SILENT, union(ANSWERS, SILENT), WAIT, SILENCE),
                new Row(HELD, RUNNING, SILENT, WAIT, ON_SOURCE, "the destination never runs before it is released"),
                new Row(HELD, minus(ANSWERS, RUNNING), SILENT, WAIT, SILENCE),
                new Row(HELD, ANY_POST_COPY, ANSWERS, ATTENTION, NEVER_ORDERED),
                new Row(HELD, NO_POST_COPY, ANY_POST_COPY, ATTENTION, NEVER_ORDERED),
                new Row(HELD, GONE, SUSPENDED, RELEASE, "the source let go, the destination has it whole and waits"),
                new Row(HELD, GONE, RUNNING, ON_DESTINATION, "it runs there and nowhere else"),
                new Row(HELD, ABSENT, GONE, ATTENTION, "neither host has it"),
                new Row(HELD, OFF, GONE, ON_SOURCE, "the guest ended by itself while it was copied"),
                new Row(HELD, GONE, union(INCOMPLETE, Set.of(Side.STANDING)), WAIT, BY_ITSELF),
                new Row(HELD, union(GONE, UNCLEAR), UNCLEAR, WAIT, UNKNOWN_STATE),
                new Row(HELD, RUNNING, waits, ON_SOURCE, "it runs here, what stands there never ran"),
                new Row(HELD, MIGRATING, waits, RESUME_SOURCE, "what stands there never ran, so the source may go on"),
                new Row(HELD, STANDING, waits, ON_SOURCE, "it stands here for a reason of its own, and is left so"),
                new Row(
                        HELD,
                        union(RUNNING, MIGRATING, STANDING, UNCLEAR),
                        RUNNING,
                        ATTENTION,
                        "it runs there though nobody released it, and it is still here"),
                new Row(HELD, UNCLEAR, waits, WAIT, UNKNOWN_STATE),
                new Row(HELD, union(RUNNING, MIGRATING, STANDING), UNCLEAR, WAIT, UNKNOWN_STATE));
    }

    private static List<Row> released() {
        return List.of(
                new Row(RELEASED, SILENT, union(ANSWERS, SILENT), WAIT, SILENCE),
                new Row(RELEASED, ANSWERS, SILENT, WAIT, SILENCE),
                new Row(RELEASED, ANY_POST_COPY, ANSWERS, ATTENTION, NEVER_ORDERED),
                new Row(RELEASED, NO_POST_COPY, ANY_POST_COPY, ATTENTION, NEVER_ORDERED),
                new Row(RELEASED, GONE, SUSPENDED, RELEASE, "the release did not arrive, or was not carried out"),
                new Row(RELEASED, GONE, RUNNING, ON_DESTINATION, "it runs there and nowhere else"),
                new Row(RELEASED, GONE, GONE, ATTENTION, "it was released, and now neither host has it"),
                new Row(RELEASED, GONE, union(INCOMPLETE, UNCLEAR, Set.of(Side.STANDING)), WAIT, UNKNOWN_STATE),
                new Row(
                        RELEASED,
                        MIGRATING,
                        union(RUNNING, SUSPENDED),
                        WAIT,
                        "a libvirtd that was restarted remembers a guest until it finds that its QEMU is gone"),
                new Row(
                        RELEASED,
                        MIGRATING,
                        minus(NO_POST_COPY, union(RUNNING, SUSPENDED)),
                        ATTENTION,
                        "the source had let go and yet has it"),
                new Row(
                        RELEASED,
                        union(RUNNING, STANDING, UNCLEAR),
                        NO_POST_COPY,
                        ATTENTION,
                        "the source had let go and yet has it"));
    }

    private static List<Row> fast() {
        Set<Side> neverRan = union(GONE, INCOMPLETE);
        return List.of(
                new Row(FAST, SILENT, union(ANSWERS, SILENT), WAIT, SILENCE),
                new Row(FAST, ANSWERS, SILENT, WAIT, SILENCE),
                new Row(FAST, ANY_POST_COPY, ANSWERS, ATTENTION, NEVER_ORDERED),
                new Row(FAST, NO_POST_COPY, ANY_POST_COPY, ATTENTION, NEVER_ORDERED),
                new Row(FAST, GONE, RUNNING, ON_DESTINATION, "it runs there and nowhere else"),
                new Row(FAST, GONE, SUSPENDED, RELEASE, "the source let go, the destination has it whole"),
                new Row(FAST, GONE, GONE, ATTENTION, "it may have run on either host, and now neither has its guest"),
                new Row(FAST, GONE, union(INCOMPLETE, UNCLEAR, Set.of(Side.STANDING)), WAIT, BY_ITSELF),
                new Row(FAST, RUNNING, neverRan, ON_SOURCE, "it runs here, what stands there is not complete"),
                new Row(
                        FAST,
                        RUNNING,
                        RUNNING,
                        ATTENTION,
                        "it runs on both: libvirt lost the answer of the destination"),
                new Row(FAST, MIGRATING, RUNNING, DISCARD_SOURCE, "it runs there, what stands here is older"),
                new Row(FAST, MIGRATING, neverRan, RESUME_SOURCE, "what stands there is not complete"),
                new Row(FAST, STANDING, neverRan, ON_SOURCE, "it stands here for a reason of its own, and is left so"),
                new Row(
                        FAST,
                        union(RUNNING, MIGRATING, STANDING),
                        COMPLETE,
                        ATTENTION,
                        "it may have run there already"),
                new Row(FAST, union(STANDING, UNCLEAR), RUNNING, ATTENTION, "it runs there and is still here"),
                new Row(FAST, union(RUNNING, MIGRATING, STANDING), UNCLEAR, WAIT, UNKNOWN_STATE),
                new Row(FAST, UNCLEAR, minus(NO_POST_COPY, RUNNING), WAIT, UNKNOWN_STATE));
    }

    private static List<Row> postCopy() {
        Circumstance now = Circumstance.POST_COPY;
        Set<Side> neverRan = union(GONE, INCOMPLETE);
        Set<Side> mayHaveRun = minus(ANSWERS, union(neverRan, UNCLEAR));
        return List.of(
                new Row(now, SILENT, union(ANSWERS, SILENT), WAIT, SILENCE),
                new Row(now, ANSWERS, SILENT, WAIT, SILENCE),
                new Row(now, GONE, RUNNING, ON_DESTINATION, "it runs there with all of its memory"),
                new Row(now, GONE, union(POST_COPY, UNCLEAR), WAIT, "it is about to be complete there"),
                new Row(
                        now,
                        GONE,
                        minus(ANSWERS, union(RUNNING, POST_COPY, UNCLEAR)),
                        ATTENTION,
                        "the source has gone with pages that the destination may lack"),
                new Row(now, POST_COPY, union(POST_COPY, RUNNING), GOES_ON, "the rest of its memory is on its way"),
                new Row(now, POST_COPY_FAILED, RUNNING, WAIT, "the source is about to find that all has arrived"),
                new Row(now, POST_COPY_FAILED, ANY_POST_COPY, RESUME_POST_COPY, "it runs there and lacks pages"),
                new Row(now, POST_COPY, POST_COPY_FAILED, RESUME_POST_COPY, "it runs there and lacks pages"),
                new Row(
                        now,
                        ANY_POST_COPY,
                        minus(ANSWERS, union(RUNNING, ANY_POST_COPY, UNCLEAR)),
                        ATTENTION,
                        "the destination lost it after it ran there: what the source has is older"),
                new Row(now, RUNNING, neverRan, ON_SOURCE, "it runs here: the switch never came about"),
                new Row(now, STANDING, neverRan, ON_SOURCE, "it stands here for a reason of its own, and is left so"),
                new Row(now, union(RUNNING, STANDING), mayHaveRun, ATTENTION, "it may run on both"),
                new Row(
                        now,
                        MIGRATING,
                        minus(ANSWERS, UNCLEAR),
                        ATTENTION,
                        "whether the destination ran it is not known, so the source must not go on"),
                new Row(now, minus(ANSWERS, GONE), UNCLEAR, WAIT, UNKNOWN_STATE),
                new Row(now, UNCLEAR, minus(ANSWERS, UNCLEAR), WAIT, UNKNOWN_STATE));
    }

    @SafeVarargs
    private static Set<Side> union(Set<Side>... sets) {
        Set<Side> all = EnumSet.noneOf(Side.class);
        for (Set<Side> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    private static Set<Side> minus(Set<Side> from, Set<Side> what) {
        Set<Side> left = EnumSet.copyOf(from);
        left.removeAll(what);
        return left;
    }
}
