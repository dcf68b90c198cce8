package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.ScopePolicy;
import org.droveway.cli.text.PolicyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code drovectl policy …}. */
@Command(name = "policy", description = "What data centers, clusters and VMs say about migrations.")
public final class PolicyCommands {
    private final Session session;

    /** Commands of a session. */
    public PolicyCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Shows what a scope says; what comes of it: drovectl vm show.",
            footer = {"", "Example:", "  drovectl policy show cluster lab"})
    void show(@Mixin ScopeTarget target) {
        print(session.engine().scopePolicy(target.path(), target.name));
    }

    @Command(
            description = "Says exactly this from now on: nothing about what is left out.",
            footer = {
                "",
                "Examples:",
                "  drovectl policy set datacenter lab --bandwidth 500",
                "  drovectl policy set cluster lab --security secure --post-copy no",
                "  drovectl policy set cluster lab --convergence throttle --compression none",
                "  drovectl policy set vm vm1 --security insecure --reason 'a benchmark'",
                "  drovectl policy set cluster lab --bandwidth 200 --replaces 3",
                "",
                "The security of a data center is set by drovectl datacenter set.",
                "What makes a VM less strict than before takes the permission",
                "migration-override; less security takes a reason besides."
            })
    void set(@Mixin ScopeTarget target, @Mixin StatementOptions says, @Mixin ReplacesOption replaces) {
        print(session.engine().setScopePolicy(target.path(), target.name, says.statement(), replaces.version));
    }

    @Command(
            description = "Takes back all that a scope says.",
            footer = {"", "Example:", "  drovectl policy unset vm vm1"})
    void unset(@Mixin ScopeTarget target, @Mixin ReplacesOption replaces) {
        print(session.engine().unsetScopePolicy(target.path(), target.name, replaces.version));
    }

    private void print(ScopePolicy policy) {
        session.print(policy, () -> PolicyText.of(policy));
    }
}
