package org.droveway.engine.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy's text is wrong; carries every error, by column. */
public final class PolicySyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final List<PolicyError> errors;

    PolicySyntaxException(String text, List<PolicyError> errors) {
        super("migration policy '" + text + "': "
                + errors.stream().map(PolicyError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** All errors, by column; at least one. */
    public List<PolicyError> errors() {
        return errors;
    }
}
