package org.droveway.engine.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a token or a user may do. */
public enum Role {
    /** Everything. */
    @JsonProperty("admin")
    ADMIN,
    /** Reads everything, migrates and cancels within the policy. */
    @JsonProperty("operator")
    OPERATOR,
    /** Reads everything, changes nothing. */
    @JsonProperty("viewer")
    VIEWER,
    /** Lets hosts join one cluster. */
    @JsonProperty("enrolment")
    ENROLMENT;

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String ADMINS = "admin";

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String OPERATORS = "operator";

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String VIEWERS = "viewer";

    /** For {@link jakarta.annotation.security.RolesAllowed}. */
    public static final String ENROLMENTS = "enrolment";

    /** The role's name in the API. */
    public String word() {
        return switch (this) {
            case ADMIN -> ADMINS;
            case OPERATOR -> OPERATORS;
            case VIEWER -> VIEWERS;
            case ENROLMENT -> ENROLMENTS;
        };
    }
}
