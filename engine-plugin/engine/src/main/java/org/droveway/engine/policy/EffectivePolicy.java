package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The security that is in force for one migration: the strictest of what data center and override say.
 *
 * @param type also given when the override is refused: what would have been in force without it
 * @param reason which scope said so
 * @param refusal null unless the override would weaken the policy
 */
public record EffectivePolicy(
        Security type, String reason, @Nullable Refusal refusal) {
    /** What holds where no policy is set; the same as on Proxmox. */
    public static final Security DEFAULT = Security.SECURE;

    public EffectivePolicy {
        requireNonNull(type, "type");
        requireNonNull(reason, "reason");
    }

    /**
     * Tightens only (rule 3).
     *
     * @param override what the request asked for; null: nothing
     */
    public static EffectivePolicy of(DataCenter datacenter, @Nullable Security override) {
        MigrationPolicy policy = datacenter.migration();
        Security base = policy == null ? DEFAULT : policy.type();
        String reason = policy == null
                ? "data center " + datacenter.name() + " has no migration policy: " + Words.of(DEFAULT)
                        + " is the default"
                : "data center " + datacenter.name() + " has the migration policy '" + policy.text() + "'";
        if (override == null || override == base) {
            return new EffectivePolicy(base, reason, null);
        }
        if (override == base.strictest(override)) {
            return new EffectivePolicy(override, "the request is stricter than " + reason, null);
        }
        return new EffectivePolicy(base, reason, weakens(datacenter, base, override));
    }

    private static Refusal weakens(DataCenter datacenter, Security base, Security override) {
        return Refusal.of(
                RefusalCode.OVERRIDE_WEAKENS_POLICY,
                "data center " + datacenter.name(),
                "the request asks for " + Words.of(override),
                Words.of(base) + ", which is in force",
                "leave out the type, or let an administrator change the data center's policy");
    }
}
