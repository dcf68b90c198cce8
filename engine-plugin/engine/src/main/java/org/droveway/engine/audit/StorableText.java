package org.droveway.engine.audit;

/** Texts that every database keeps as they are, so that their hash stays true. */
public final class StorableText {
    private StorableText() {}

    /**
     * The text with {@code ?} for control characters and halves of characters, and cut to its size.
     *
     * @param longest most characters as Java counts them
     */
    public static String of(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(c -> isKept(c) ? c : '?')
                .takeWhile(c -> kept.length() + Character.charCount(c) <= longest)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isKept(int character) {
        boolean control = character < ' ' && character != '\n';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !half;
    }
}
