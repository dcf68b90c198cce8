package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.protocol.Security;

/**
 * A change of what is said of a VM.
 *
 * @param wider the security that data center and cluster demand
 */
public record StatementChange(PolicyStatement before, PolicyStatement after, Security wider) {
    public StatementChange {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(wider, "wider");
    }

    /** Whether the VM is then less secure than data center and cluster demand. */
    public boolean weakens() {
        Security said = after.security();
        return said != null && said != wider.strictest(said);
    }

    /** The fields that become less strict, by name; to change them so takes {@code migration-override}. */
    public List<String> loosened() {
        return PolicyField.ALL.stream()
                .filter(this::isLooser)
                .map(PolicyField::name)
                .toList();
    }

    private boolean isLooser(PolicyField<?> field) {
        return field == PolicyField.SECURITY ? isLessSecure() : field.loosened(before, after);
    }

    private boolean isLessSecure() {
        boolean gaveUp = before.security() == Security.SECURE && after.security() != Security.SECURE;
        return weakens() || (gaveUp && wider == Security.INSECURE);
    }
}
