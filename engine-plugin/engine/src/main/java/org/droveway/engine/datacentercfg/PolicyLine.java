package org.droveway.engine.datacentercfg;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.MigrationPolicy;

/**
 * The line that says the policy, and where in it: such a line is plain ASCII, so characters are bytes.
 *
 * @param index of the line, from 0
 * @param keyStart index of the key's first character
 * @param valueStart index of the value's first character
 * @param valueEnd index behind the value
 */
record PolicyLine(int index, CfgKey key, int keyStart, int valueStart, int valueEnd, MigrationPolicy policy) {
    PolicyLine {
        requireNonNull(key, "key");
        requireNonNull(policy, "policy");
    }

    /** The line with another policy; blanks and carriage return stay. */
    String with(String line, MigrationPolicy other) {
        String head = key == CfgKey.MIGRATION
                ? line.substring(0, valueStart)
                : line.substring(0, keyStart) + CfgKey.MIGRATION.word() + ": ";
        return head + other.text() + line.substring(valueEnd);
    }
}
