package org.droveway.cli.command;

import picocli.CommandLine.Parameters;

/** Whose policy it is. */
final class ScopeTarget {
    @Parameters(index = "0", paramLabel = "SCOPE", description = "datacenter, cluster or vm.")
    private Scope scope = Scope.DATACENTER;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its name; of a VM also its UUID.")
    String name = "";

    /** Its kind of objects in the API. */
    String path() {
        return switch (scope) {
            case DATACENTER -> "datacenters";
            case CLUSTER -> "clusters";
            case VM -> "vms";
        };
    }

    /** Who may say something that stays. */
    enum Scope {
        DATACENTER,
        CLUSTER,
        VM
    }
}
