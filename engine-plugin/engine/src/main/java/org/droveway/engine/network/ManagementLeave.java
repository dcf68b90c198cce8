package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

/**
 * Whether the management network may carry what the migration network does not reach (rule 1).
 *
 * @param asked somebody wants it, a request or a scope's policy
 * @param granted and it may; never without being asked
 * @param reason who allows it, or why not: a sentence without an end
 */
public record ManagementLeave(boolean asked, boolean granted, String reason) {
    /** Nobody speaks of it. */
    public static final ManagementLeave NOT_ASKED =
            new ManagementLeave(false, false, "nobody allows the management network");

    public ManagementLeave {
        requireNonNull(reason, "reason");
        if (granted && !asked) {
            throw new IllegalArgumentException("granted without being asked");
        }
    }

    /**
     * Where policy is silent, it is the request's, if its author may.
     *
     * @param mayOverride whether the author holds {@code migration-override}
     */
    public static ManagementLeave ofRequest(boolean asked, boolean mayOverride) {
        if (!asked) {
            return NOT_ASKED;
        }
        return mayOverride
                ? new ManagementLeave(true, true, "the request allows the management network")
                : new ManagementLeave(true, false, "the requester does not hold migration-override");
    }

    /** A scope of the policy allows it: the author of the request needs no leave of his own. */
    public static ManagementLeave byPolicy(String scope) {
        return new ManagementLeave(true, true, scope + " allows the management network");
    }

    /** A scope of the policy forbids what the request asks for. */
    public static ManagementLeave forbidden(String scope) {
        return new ManagementLeave(true, false, scope + " forbids the management network");
    }
}
