package org.droveway.engine.inventory.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Objects;
import org.droveway.engine.inventory.PolicyScope;
import org.jspecify.annotations.Nullable;

/** Names what a statement is about. */
@Embeddable
class PolicyStatementKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Enumerated(EnumType.STRING)
    PolicyScope scope = PolicyScope.VM;

    String subject = "";

    PolicyStatementKey() {}

    PolicyStatementKey(PolicyScope scope, String subject) {
        this.scope = scope;
        this.subject = subject;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyStatementKey key && key.scope == scope && key.subject.equals(subject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, subject);
    }
}
