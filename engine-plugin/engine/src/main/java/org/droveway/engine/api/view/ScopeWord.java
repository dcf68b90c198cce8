package org.droveway.engine.api.view;

import org.droveway.engine.inventory.PolicyScope;

/** Scopes as the API names them. */
final class ScopeWord {
    private ScopeWord() {}

    static String of(PolicyScope scope) {
        return switch (scope) {
            case DATA_CENTER -> "datacenter";
            case CLUSTER -> "cluster";
            case VM -> "vm";
            case OVERRIDE -> "request";
        };
    }
}
