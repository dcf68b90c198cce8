package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;

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
    private static final int PAUSED_STARTING_UP = 11;
    private static final Map<Integer, String> PAUSE_REASONS = Map.of(
            PAUSED_USER,
            "user",
            PAUSED_MIGRATION,
            "migration",
            3,
            "save",
            4,
            "dump",
            5,
            "I/O error",
            6,
            "watchdog",
            8,
            "shutting down",
            9,
            "snapshot",
            10,
            "crashed",
            PAUSED_STARTING_UP,
            "starting up");

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

    /** Whether the guest stands still because of a migration (source side). */
    public boolean pausedByMigration() {
        return state == State.PAUSED && reason == PAUSED_MIGRATION;
    }

    /** Whether an incoming migration is not finished. */
    public boolean incoming() {
        return state == State.PAUSED && (reason == PAUSED_MIGRATION || reason == PAUSED_STARTING_UP);
    }

    /** As virsh domstate --reason has it, for example {@code paused (migration)}; {@code absent} if there is no domain. */
    public String word() {
        String word = state.name().toLowerCase(Locale.ROOT);
        return PAUSE_REASONS.containsKey(reason) && state == State.PAUSED
                ? word + " (" + PAUSE_REASONS.get(reason) + ")"
                : word;
    }

    /** Reads {@link #word()}; what is not known becomes OTHER. */
    public static DomainStatus ofWord(String word) {
        for (State state : State.values()) {
            DomainStatus plain = new DomainStatus(state, 0);
            if (plain.word().equals(word)) {
                return plain;
            }
        }
        return PAUSE_REASONS.keySet().stream()
                .map(reason -> new DomainStatus(State.PAUSED, reason))
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(new DomainStatus(State.OTHER, 0));
    }
}
