package org.droveway.engine.datacentercfg;

/** Blanks around key and value: those that Proxmox strips, and those that merely look so. */
final class CfgBlanks {
    private CfgBlanks() {}

    /** A blank that Proxmox strips from both ends of line and value. */
    static boolean isPlain(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
    }

    /** A plain blank, another one, or what is not seen at all, as a byte order mark. */
    static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** Index of the first character that is seen; the text's length if there is none. */
    static int skipInvisible(String text) {
        int at = 0;
        while (at < text.length() && isInvisible(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Index of the first character from there on that is no plain blank; the text's length if there is none. */
    static int skipPlain(String text, int from) {
        int at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Index behind the last character that is no plain blank, not before {@code from}. */
    static int end(String text, int from) {
        int end = text.length();
        while (end > from && isPlain(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
