package org.droveway.engine.policy;

/**
 * What stands between two commas of a policy's text.
 *
 * @param column of its first character in the whole text, from 1
 */
record PolicyPart(String text, int column) {
    boolean hasKey() {
        return text.indexOf('=') >= 0;
    }

    /** What stands before the first '=', without blanks around it; empty if there is no '='. */
    String key() {
        return PolicyBlanks.strip(rawKey());
    }

    int keyColumn() {
        return column + PolicyBlanks.skip(rawKey(), 0);
    }

    /** What stands behind the first '=', or everything if there is none, without blanks around it. */
    String value() {
        return PolicyBlanks.strip(rawValue());
    }

    int valueColumn() {
        return column + text.length() - rawValue().length() + PolicyBlanks.skip(rawValue(), 0);
    }

    private String rawKey() {
        return text.substring(0, Math.max(text.indexOf('='), 0));
    }

    private String rawValue() {
        return text.substring(text.indexOf('=') + 1);
    }
}
