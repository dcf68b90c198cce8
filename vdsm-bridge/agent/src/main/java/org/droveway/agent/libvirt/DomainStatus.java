package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain's state and why, as libvirt says it.
 *
 * @param reason libvirt's reason number, its meaning depends on the state; 0 if not known
 */
public record DomainStatus(State state, int reason) {
    /** libvirt's states; ABSENT is ours: libvirt knows no such domain. */
    public enum State {
        NO_STATE,
        RUNNING,
        BLOCKED,
        PAUSED,
        SHUTDOWN,
        OFF,
        CRASHED,
        SUSPENDED,
        ABSENT,
        OTHER
    }

    private static final int PAUSED_USER = 1;
    private static final int PAUSED_MIGRATION = 2;
    private static final int PAUSED_IO_ERROR = 5;
    private static final int PAUSED_STARTING_UP = 11;
    private static final int PAUSED_POSTCOPY = 12;
    private static final int PAUSED_POSTCOPY_FAILED = 13;
    private static final int RUNNING_POSTCOPY = 10;
    private static final int RUNNING_POSTCOPY_FAILED = 11;
    private static final String POST_COPY = "post-copy";
    private static final String POST_COPY_FAILED = "post-copy failed";
    private static final Map<State, Map<Integer, String>> REASONS = Map.of(
            State.PAUSED,
            Map.ofEntries(
                    Map.entry(PAUSED_USER, "user"),
                    Map.entry(PAUSED_MIGRATION, "migration"),
                    Map.entry(3, "save"),
                    Map.entry(4, "dump"),
                    Map.entry(PAUSED_IO_ERROR, "I/O error"),
                    Map.entry(6, "watchdog"),
                    Map.entry(8, "shutting down"),
                    Map.entry(9, "snapshot"),
                    Map.entry(10, "crashed"),
                    Map.entry(PAUSED_STARTING_UP, "starting up"),
                    Map.entry(PAUSED_POSTCOPY, POST_COPY),
                    Map.entry(PAUSED_POSTCOPY_FAILED, POST_COPY_FAILED)),
            State.RUNNING,
            Map.of(RUNNING_POSTCOPY, POST_COPY, RUNNING_POSTCOPY_FAILED, POST_COPY_FAILED));

    /** No such domain. */
    public static final DomainStatus ABSENT = new DomainStatus(State.ABSENT, 0);

    public DomainStatus {
        requireNonNull(state, "state");
    }

    /** From virDomainGetState's numbers. */
    public static DomainStatus of(int state, int reason) {
        return new DomainStatus(
                switch (state) {
                    case 0 -> State.NO_STATE;
                    case 1 -> State.RUNNING;
                    case 2 -> State.BLOCKED;
                    case 3 -> State.PAUSED;
                    case 4 -> State.SHUTDOWN;
                    case 5 -> State.OFF;
                    case 6 -> State.CRASHED;
                    case 7 -> State.SUSPENDED;
                    default -> State.OTHER;
                },
                reason);
    }

    /** Whether the guest executes, or would if it were scheduled. */
    public boolean running() {
        return state == State.RUNNING || state == State.BLOCKED;
    }

    /** Whether there is no guest: neither domain nor a started one. */
    public boolean gone() {
        return state == State.ABSENT || state == State.OFF;
    }

    /** Whether this is what strict handover leaves on the destination. */
    public boolean handedOver() {
        return state == State.PAUSED && reason == PAUSED_USER;
    }

    /** Whether the guest exists and stands still. */
    public boolean paused() {
        return state == State.PAUSED;
    }

    /** Whether the guest stands still because one of its disks failed. */
    public boolean stoppedByIoError() {
        return state == State.PAUSED && reason == PAUSED_IO_ERROR;
    }

    /** Whether the guest stands still because of a migration (source side). */
    public boolean pausedByMigration() {
        return state == State.PAUSED && reason == PAUSED_MIGRATION;
    }

    /** Whether an incoming migration is not finished. */
    public boolean incoming() {
        return state == State.PAUSED && (reason == PAUSED_MIGRATION || reason == PAUSED_STARTING_UP);
    }

    /** Whether post-copy goes on: on the source the guest stands still for good, on the destination it runs. */
    public boolean postCopy() {
        return POST_COPY.equals(reasonWord());
    }

    /** Whether post-copy was interrupted: only the migration's going on brings the missing pages. */
    public boolean postCopyFailed() {
        return POST_COPY_FAILED.equals(reasonWord());
    }

    /**
     * As virsh domstate --reason has it, for example {@code paused (migration)}; {@code absent} if there is no domain. The reason of a guest
     * that runs is only told when it is post-copy.
     */
    public String word() {
        String word = state.name().toLowerCase(Locale.ROOT);
        String why = reasonWord();
        return why == null ? word : word + " (" + why + ")";
    }

    private @Nullable String reasonWord() {
        return REASONS.getOrDefault(state, Map.of()).get(reason);
    }

    /** Reads {@link #word()}; what is not known becomes OTHER. */
    public static DomainStatus ofWord(String word) {
        for (State state : State.values()) {
            DomainStatus plain = new DomainStatus(state, 0);
            if (plain.word().equals(word)) {
                return plain;
            }
        }
        return REASONS.entrySet().stream()
                .flatMap(of -> of.getValue().keySet().stream().map(reason -> new DomainStatus(of.getKey(), reason)))
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(new DomainStatus(State.OTHER, 0));
    }
}
