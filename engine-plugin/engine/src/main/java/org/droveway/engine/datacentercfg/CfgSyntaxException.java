package org.droveway.engine.datacentercfg;

import java.util.List;
import java.util.stream.Collectors;

/** A datacenter.cfg is wrong; carries every error, by line and column. */
public final class CfgSyntaxException extends IllegalArgumentException {
    /** How many errors the message has room for. */
    private static final int TOLD = 100;

    private static final long serialVersionUID = 1;

    private final transient List<CfgError> errors;

    CfgSyntaxException(List<CfgError> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    /** All errors, by line and column; at least one. */
    public List<CfgError> errors() {
        return errors;
    }

    private static String message(List<CfgError> errors) {
        String told = errors.stream().limit(TOLD).map(error -> "\n  " + error).collect(Collectors.joining());
        String rest = errors.size() > TOLD ? "\n  and " + (errors.size() - TOLD) + " more" : "";
        String count = errors.size() == 1 ? "an error" : errors.size() + " errors";
        return "datacenter.cfg has " + count + ", so nothing was changed:" + told + rest;
    }
}
