package org.droveway.engine.policy;

/** What looks blank in a policy's text, the blanks of Unicode included: none is allowed in it. */
final class PolicyBlanks {
    private PolicyBlanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Index of the first blank from there on; the text's length if there is none. */
    static int first(String text, int from) {
        int at = from;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Index of the first character from there on that is no blank; the text's length if there is none. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String strip(String text) {
        int start = skip(text, 0);
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
