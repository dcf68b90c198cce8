package org.droveway.agent.qemu;

import java.util.List;
import java.util.stream.Collectors;

/** What is asked of QEMU, in this order; each answer carries its question's name as its id. */
final class QmpQuestions {
    static final String VERSION = "query-version";
    static final String CAPABILITIES = "query-migrate-capabilities";
    static final String PARAMETERS = "query-migrate-parameters";
    static final String SCHEMA = "query-qmp-schema";

    private static final List<String> ALL =
            List.of("qmp_capabilities", VERSION, CAPABILITIES, PARAMETERS, SCHEMA, "quit");

    private QmpQuestions() {}

    /** QEMU's arguments: no machine, so that it starts in no time, needs nothing and touches nothing. */
    static List<String> command(String emulator) {
        // The accelerator counts: some capabilities exist with KVM only. TCG is for hosts that have none.
        return List.of(
                emulator,
                "-machine",
                "none,accel=kvm:tcg",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-S",
                "-qmp",
                "stdio");
    }

    /** Everything at once: QEMU answers in order, and the last makes it end. */
    static String text() {
        return ALL.stream()
                .map(name -> "{\"execute\":\"" + name + "\",\"id\":\"" + name + "\"}\n")
                .collect(Collectors.joining());
    }
}
