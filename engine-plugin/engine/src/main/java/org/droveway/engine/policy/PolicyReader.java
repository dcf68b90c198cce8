package org.droveway.engine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyNetwork;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** Reads one policy text and gathers every error on the way. */
final class PolicyReader {
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
        String value = withoutComment();
        int start = 0;
        for (String part : value.split(",", -1)) {
            if (!part.isEmpty()) {
                readPart(new PolicyPart(part, start + 1));
            }
            start += part.length() + 1;
        }
        if (!typeGiven) {
            error(1, value, "a type: " + TYPES + ", for example 'secure,network=10.1.2.0/24'");
        }
        errors.sort(Comparator.comparingInt(PolicyError::column));
        if (type == null || !errors.isEmpty()) {
            throw new PolicySyntaxException(text, errors);
        }
        return new MigrationPolicy(text, type, network);
    }

    /** No valid policy has a '#' in it. */
    private String withoutComment() {
        int comment = text.indexOf('#');
        if (comment < 0) {
            return text;
        }
        while (comment > 0 && PolicyBlanks.isBlank(text.charAt(comment - 1))) {
            comment--;
        }
        error(comment + 1, text.substring(comment), "no comment behind the value");
        return text.substring(0, comment);
    }

    /** Looks at what stands between forbidden blanks too: all errors at once. */
    private void readPart(PolicyPart part) {
        int blank = PolicyBlanks.first(part.text(), 0);
        if (blank < part.text().length()) {
            error(part.column() + blank, part.text().substring(blank), "no blanks, not around ',' or '=' either");
        }
        if (part.hasKey()) {
            readPair(part);
        } else if (!part.value().isEmpty()) {
            readType(part);
        }
    }

    private void readPair(PolicyPart part) {
        String lower = part.key().toLowerCase(Locale.ROOT);
        boolean known = lower.equals("type") || lower.equals("network");
        if (part.key().isEmpty()) {
            error(part.column(), part.text(), "a key before '=': 'type' or 'network'");
        } else if (!known) {
            error(part.keyColumn(), part.key(), "key 'type' or 'network'");
        } else if (!part.key().equals(lower)) {
            error(part.keyColumn(), part.key(), "'" + lower + "' in lower case");
        }
        if (lower.equals("type")) {
            readType(part);
        } else if (lower.equals("network")) {
            readNetwork(part);
        }
    }

    private void readType(PolicyPart part) {
        if (typeGiven) {
            error(part.column(), part.text(), "the type only once");
            return;
        }
        typeGiven = true;
        switch (part.value()) {
            case "" -> error(part.column(), part.text(), TYPES);
            case "secure" -> type = Security.SECURE;
            case "insecure" -> type = Security.INSECURE;
            default -> error(part.valueColumn(), part.value(), neededForType(part.value()));
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

    private void readNetwork(PolicyPart part) {
        if (networkGiven) {
            error(part.column(), part.text(), "the network only once");
            return;
        }
        networkGiven = true;
        String value = part.value();
        if (value.isEmpty()) {
            error(part.column(), part.text(), "a CIDR, for example 'network=10.1.2.0/24'");
            return;
        }
        PolicyCidr.parse(value)
                .ifPresentOrElse(
                        cidr -> network = new PolicyNetwork(value, cidr),
                        () -> error(part.valueColumn(), value, PolicyCidr.needed(value)));
    }

    private void error(int column, String found, String needed) {
        errors.add(new PolicyError(column, found, needed));
    }
}
