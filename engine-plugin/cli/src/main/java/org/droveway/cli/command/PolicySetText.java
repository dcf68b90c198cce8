package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.PolicySet;
import org.droveway.cli.text.InventoryText;
import org.droveway.cli.text.WarningText;

/** A data center whose policy was set: the result on stdout, what to know about it on stderr. */
final class PolicySetText {
    private PolicySetText() {}

    static void print(Session session, PolicySet set) {
        session.print(set, () -> InventoryText.dataCenter(set.dataCenter()));
        set.warnings().forEach(warning -> session.console().err().println(WarningText.of(warning)));
        session.console().err().flush();
    }
}
