package org.droveway.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyNetwork;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** Reads one policy text and gathers every error on the way. */
final class PolicyReader {
    /** Proxmox's lower bound; a shorter prefix is taken for a mistake. */
    private static final int SHORTEST_PREFIX = 8;

    private static final String TYPES = "'secure' or 'insecure'";

    private final String text;
    private final List<PolicyError> errors = new ArrayList<>();
    private boolean typeGiven;
    private boolean networkGiven;
    private @Nullable Security type;
    private @Nullable PolicyNetwork network;

    PolicyReader(String text) {
        this.text = text;
    }

    static String word(Security type) {
        return type == Security.SECURE ? "secure" : "insecure";
    }

    MigrationPolicy read() {
        if (text.length() > PolicyGrammar.MAX_LENGTH) {
            String found = text.length() + " characters";
            throw new PolicySyntaxException(
                    text.substring(0, 40) + "…",
                    List.of(new PolicyError(1, found, "at most " + PolicyGrammar.MAX_LENGTH)));
        }
        int start = 0;
        for (String part : text.split(",", -1)) {
            if (!part.isEmpty()) {
                readPart(part, start + 1);
            }
            start += part.length() + 1;
        }
        if (!typeGiven) {
            error(1, text, "a type: " + TYPES + ", for example 'secure,network=10.1.2.0/24'");
        }
        if (type == null || !errors.isEmpty()) {
            throw new PolicySyntaxException(text, errors);
        }
        return new MigrationPolicy(text, type, network);
    }

    private void readPart(String part, int column) {
        int blank = firstBlank(part);
        if (blank >= 0) {
            String what =
                    part.indexOf('#') >= 0 ? "no comment behind the value" : "no blanks, not around ',' or '=' either";
            error(column + blank, part.substring(blank), what);
            markGiven(part);
            return;
        }
        int equals = part.indexOf('=');
        if (equals < 0) {
            readType(part, column, part, column);
            return;
        }
        String key = part.substring(0, equals);
        String value = part.substring(equals + 1);
        switch (key) {
            case "type" -> readType(value, column + equals + 1, part, column);
            case "network" -> readNetwork(value, column + equals + 1, part, column);
            default -> unknownKey(key, column, part);
        }
    }

    /** A part that was given but is wrong must not be reported as missing too. */
    private void markGiven(String part) {
        typeGiven |= !part.strip().toLowerCase(Locale.ROOT).startsWith("network");
    }

    private void unknownKey(String key, int column, String part) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            error(column, part, "a key before '=': 'type' or 'network'");
        } else if (lower.equals("type") || lower.equals("network")) {
            error(column, key, "'" + lower + "' in lower case");
            typeGiven |= lower.equals("type");
        } else {
            error(column, key, "key 'type' or 'network'");
        }
    }

    private void readType(String value, int column, String part, int partColumn) {
        if (typeGiven) {
            error(partColumn, part, "the type only once");
            return;
        }
        typeGiven = true;
        switch (value) {
            case "" -> error(partColumn, part, TYPES);
            case "secure" -> type = Security.SECURE;
            case "insecure" -> type = Security.INSECURE;
            default -> error(column, value, neededForType(value));
        }
    }

    private static String neededForType(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.equals("secure") || lower.equals("insecure")) {
            return "'" + lower + "' in lower case";
        }
        if (value.indexOf('.') >= 0 || value.indexOf(':') >= 0 || value.indexOf('/') >= 0) {
            return TYPES + "; a network is written 'network=10.1.2.0/24'";
        }
        return TYPES;
    }

    private void readNetwork(String value, int column, String part, int partColumn) {
        if (networkGiven) {
            error(partColumn, part, "the network only once");
            return;
        }
        networkGiven = true;
        if (value.isEmpty()) {
            error(partColumn, part, "a CIDR, for example 'network=10.1.2.0/24'");
            return;
        }
        try {
            Cidr cidr = Cidr.parse(value);
            if (cidr.prefix() < SHORTEST_PREFIX) {
                int longest = cidr.address().family().bits();
                error(column, value, "a prefix from " + SHORTEST_PREFIX + " to " + longest);
                return;
            }
            network = new PolicyNetwork(value, cidr);
        } catch (AddressSyntaxException e) {
            error(column, value, "a CIDR, for example 10.1.2.0/24 or fd00:1::/64 (" + e.getMessage() + ")");
        }
    }

    private void error(int column, String found, String needed) {
        errors.add(new PolicyError(column, found, needed));
    }

    private static int firstBlank(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return i;
            }
        }
        return -1;
    }
}
