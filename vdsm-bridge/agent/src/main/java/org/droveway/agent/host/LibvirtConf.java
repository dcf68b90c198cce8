package org.droveway.agent.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A configuration file of libvirt's: {@code key = value} with numbers and quoted strings; lists are passed over. Of a key that comes twice the
 * first counts, as libvirt has it.
 */
final class LibvirtConf {
    private static final String TRIPLE = "\"\"\"";

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int at;

    private LibvirtConf(String text) {
        this.text = text;
    }

    /**
     * Reads a file's text.
     *
     * @throws IllegalArgumentException with the line, if libvirt could not read it either
     */
    static LibvirtConf parse(String text) {
        LibvirtConf conf = new LibvirtConf(text);
        conf.blank();
        while (conf.at < text.length()) {
            conf.setting();
            conf.blank();
        }
        return conf;
    }

    /** A string, or a number as it is written. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether a number other than 0 is set; false if nothing is. */
    boolean on(String key) {
        return text(key).filter(value -> !value.equals("0")).isPresent();
    }

    private void setting() {
        String key = take(character -> Character.isLetterOrDigit(character) || character == '_');
        space();
        if (key.isEmpty() || !skip("=")) {
            throw wrong("a key and '='");
        }
        space();
        if (next('[')) {
            list();
        } else {
            values.putIfAbsent(key, value());
        }
    }

    private String value() {
        if (skip(TRIPLE)) {
            return until(TRIPLE);
        }
        for (String quote : new String[] {"\"", "'"}) {
            if (skip(quote)) {
                return until(quote);
            }
        }
        String number = take(character -> Character.isDigit(character) || character == '-');
        if (number.isEmpty()) {
            throw wrong("a number, a quoted string or a list");
        }
        return number;
    }

    private void list() {
        at++;
        blank();
        while (!skip("]")) {
            if (next('[')) {
                throw wrong("a string, a list has no lists");
            }
            value();
            blank();
            if (!skip(",") && !next(']')) {
                throw wrong("',' or ']'");
            }
            blank();
        }
    }

    private String until(String quote) {
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw wrong("a closing " + quote);
        }
        String found = text.substring(at, end);
        at = end + quote.length();
        return found;
    }

    /** Space, line ends and comments. */
    private void blank() {
        take(Character::isWhitespace);
        while (next('#')) {
            take(character -> character != '\n');
            take(Character::isWhitespace);
        }
    }

    private void space() {
        take(character -> character == ' ' || character == '\t');
    }

    private String take(IntPredicate wanted) {
        int from = at;
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean next(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private boolean skip(String word) {
        boolean there = text.startsWith(word, at);
        if (there) {
            at += word.length();
        }
        return there;
    }

    private IllegalArgumentException wrong(String needed) {
        long line =
                1 + text.substring(0, at).chars().filter(each -> each == '\n').count();
        return new IllegalArgumentException("line " + line + ": needed " + needed);
    }
}
