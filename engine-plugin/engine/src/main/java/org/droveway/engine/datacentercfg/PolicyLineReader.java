package org.droveway.engine.datacentercfg;

import java.util.List;
import java.util.Locale;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.policy.PolicyGrammar;
import org.droveway.engine.policy.PolicySyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one line that begins with one of our keys. */
final class PolicyLineReader {
    private final int index;
    private final String text;
    private final CfgKey key;
    private final int keyStart;
    private final List<CfgError> errors;

    /**
     * A reader of one line.
     *
     * @param index of the line, from 0
     * @param errors where to put what is wrong
     */
    PolicyLineReader(int index, String text, CfgKey key, int keyStart, List<CfgError> errors) {
        this.index = index;
        this.text = text;
        this.key = key;
        this.keyStart = keyStart;
        this.errors = errors;
    }

    /** The line; null if anything is wrong with it. */
    @Nullable
    PolicyLine read() {
        int before = errors.size();
        checkHead();
        int keyEnd = keyStart + key.word().length();
        if (keyEnd == text.length() || text.charAt(keyEnd) != ':') {
            error(keyEnd, text.substring(keyEnd), "':' directly behind '" + key.word() + "'");
            return null;
        }
        int start = CfgBlanks.skipPlain(text, keyEnd + 1);
        int end = CfgBlanks.end(text, start);
        String value = text.substring(start, end);
        MigrationPolicy policy = key == CfgKey.MIGRATION ? policy(value, start) : oldPolicy(value, start);
        return policy == null || errors.size() > before
                ? null
                : new PolicyLine(index, key, keyStart, start, end, policy);
    }

    private void checkHead() {
        for (int i = 0; i < keyStart; i++) {
            char c = text.charAt(i);
            if (!CfgBlanks.isPlain(c)) {
                error(i, "U+%04X".formatted((int) c), "nothing invisible before '" + key.word() + "' but blanks");
            }
        }
        if (!text.startsWith(key.word(), keyStart)) {
            String found = text.substring(keyStart, keyStart + key.word().length());
            error(keyStart, found, "'" + key.word() + "' in lower case");
        }
    }

    private @Nullable MigrationPolicy policy(String value, int start) {
        try {
            return PolicyGrammar.parse(value);
        } catch (PolicySyntaxException e) {
            e.errors().forEach(error -> error(start + error.column() - 1, error.found(), error.needed()));
            return null;
        }
    }

    private @Nullable MigrationPolicy oldPolicy(String value, int start) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "on", "yes", "true" -> {
                return PolicyGrammar.parse("insecure");
            }
            case "0", "off", "no", "false" -> {
                return PolicyGrammar.parse("secure");
            }
            default -> {
                error(start, value, "1, on, yes or true (insecure), or 0, off, no or false (secure)");
                return null;
            }
        }
    }

    private void error(int at, String found, String needed) {
        errors.add(new CfgError(index + 1, at + 1, found, needed));
    }
}
