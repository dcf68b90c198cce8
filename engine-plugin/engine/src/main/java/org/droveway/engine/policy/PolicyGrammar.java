package org.droveway.engine.policy;

import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyNetwork;

/**
 * The value of datacenter.cfg's {@code migration} line: {@code [type=]secure|insecure[,network=CIDR]}, parts in any order,
 * empty parts allowed. Whatever Proxmox would warn about and drop is an error, because a dropped line would be a silent
 * fallback.
 */
public final class PolicyGrammar {
    /** The longest text that is accepted, characters. */
    public static final int MAX_LENGTH = 255;

    private PolicyGrammar() {}

    /**
     * Reads a policy; it keeps the text as given.
     *
     * @throws PolicySyntaxException with every error, if there is any
     */
    public static MigrationPolicy parse(String text) {
        return new PolicyReader(text).read();
    }

    /** The one canonical way to write what the policy says: type first, without its key; the CIDR as it was written. */
    public static String print(MigrationPolicy policy) {
        String type = PolicyReader.word(policy.type());
        PolicyNetwork network = policy.network();
        return network == null ? type : type + ",network=" + network.text();
    }
}
