package org.droveway.engine.migration.store;

/** The policy was changed after the migration was planned: it is to be planned again. */
public final class StalePlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For a migration of this VM. */
    public StalePlanException(String vm, long policyVersion) {
        super("VM " + vm + ": the plan was made under policy version " + policyVersion + ", which no longer holds");
    }
}
