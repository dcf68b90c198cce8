package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestBlockersQuestion {
    /** Recorded from QEMU 7.2.22 with a disk in VDI format and shared memory of another's. */
    private static final String RECORDED =
            "{\"return\":{\"blocked-reasons\":[\"The vdi format used by node 'libvirt-1-format' does not support live"
                    + " migration\",\"Migration is disabled when using feature 'peer mode' in device 'ivshmem'\"]},"
                    + "\"id\":\"libvirt-412\"}";

    @Test
    void everyReasonIsTold() {
        assertThat(BlockersQuestion.answer(RECORDED))
                .containsExactly(
                        "The vdi format used by node 'libvirt-1-format' does not support live migration",
                        "Migration is disabled when using feature 'peer mode' in device 'ivshmem'");
    }

    @Test
    void oneThatMayMigrateNamesNone() {
        assertThat(BlockersQuestion.answer("{\"return\":{},\"id\":\"libvirt-18\"}"))
                .isEmpty();
    }

    @Test
    void anAnswerThatCannotBeReadIsAReasonToo() {
        assertThat(BlockersQuestion.answer("{\"return\":")).hasSize(1);
    }
}
