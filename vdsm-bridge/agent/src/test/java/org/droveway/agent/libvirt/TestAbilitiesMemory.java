package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.droveway.agent.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.libvirt.LibvirtException;

class TestAbilitiesMemory {
    private static final UUID HOST = UUID.fromString("d70e3a1b-0000-4000-8000-0000000000aa");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final AbilitiesMemory memory = new AbilitiesMemory(clock);
    private final Object connection = new Object();
    private int asked;

    private String ask() {
        asked++;
        return "<capabilities><host><uuid>" + HOST + "</uuid></host></capabilities>";
    }

    @Test
    void libvirtIsAskedOnceAMinute() throws LibvirtException {
        assertThat(memory.of(connection, this::ask).hostUuid()).isEqualTo(HOST);
        clock.advance(Duration.ofSeconds(59));
        memory.of(connection, this::ask);
        assertThat(asked).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        memory.of(connection, this::ask);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aNewConnectionIsAskedAtOnce() throws LibvirtException {
        memory.of(connection, this::ask);
        memory.of(new Object(), this::ask);
        assertThat(asked).isEqualTo(2);
    }
}
