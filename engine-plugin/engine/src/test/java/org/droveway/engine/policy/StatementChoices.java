package org.droveway.engine.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** Statements that differ in every field, silence included. */
final class StatementChoices {
    private static final List<@Nullable Boolean> YES_OR_NO = Arrays.asList(null, true, false);
    private static final List<@Nullable Set<Transport>> TRANSPORTS = Arrays.asList(
            null, Set.of(Transport.DIRECT), Set.of(Transport.TUNNEL), Set.of(Transport.DIRECT, Transport.TUNNEL));

    private StatementChoices() {}

    static List<PolicyStatement> all() {
        List<PolicyStatement> all = new ArrayList<>();
        for (Security security : Arrays.asList(null, Security.SECURE, Security.INSECURE)) {
            for (Long bandwidth : Arrays.asList(null, 100L, 200L)) {
                for (Boolean yes : YES_OR_NO) {
                    for (Set<Transport> transports : TRANSPORTS) {
                        all.add(new PolicyStatement(security, bandwidth, null, null, yes, yes, yes, transports));
                    }
                }
            }
        }
        return all;
    }
}
