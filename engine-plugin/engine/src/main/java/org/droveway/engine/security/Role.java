package org.droveway.engine.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a token allows. */
public enum Role {
    /** Everything. */
    @JsonProperty("admin")
    ADMIN,
    /** Reads everything, migrates and cancels. */
    @JsonProperty("operator")
    OPERATOR,
    /** Lets hosts join one cluster. */
    @JsonProperty("enrolment")
    ENROLMENT;

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String ADMINS = "admin";

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String OPERATORS = "operator";

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String ENROLMENTS = "enrolment";

    /** The role's name in the API. */
    public String word() {
        return switch (this) {
            case ADMIN -> ADMINS;
            case OPERATOR -> OPERATORS;
            case ENROLMENT -> ENROLMENTS;
        };
    }
}
