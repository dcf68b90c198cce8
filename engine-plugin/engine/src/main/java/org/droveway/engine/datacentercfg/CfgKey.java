package org.droveway.engine.datacentercfg;

import org.jspecify.annotations.Nullable;

/** The keys that say a migration policy. */
enum CfgKey {
    // The longer one first: the shorter one is its beginning.
    /** What Proxmox had before {@code migration}; it still reads it. */
    MIGRATION_UNSECURE("migration_unsecure"),
    MIGRATION("migration");

    private final String word;

    CfgKey(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /**
     * The key that stands there in whatever case. A line that begins with it is ours even if the rest is wrong: Proxmox warns
     * and drops such a line, which would be a silent fallback.
     */
    static @Nullable CfgKey at(String text, int start) {
        for (CfgKey key : values()) {
            int end = start + key.word.length();
            if (text.regionMatches(true, start, key.word, 0, key.word.length())
                    && (end == text.length() || !goesOn(text.charAt(end)))) {
                return key;
            }
        }
        return null;
    }

    /** Whether the character makes it another key, which is none of ours. */
    private static boolean goesOn(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
