package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.Vm;
import org.droveway.cli.text.InventoryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drovectl vm …}. */
@Command(name = "vm", description = "VMs and where they are.")
public final class VmCommands {
    private final Session session;

    /** Commands of a session. */
    public VmCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists VMs.",
            footer = {"", "Example:", "  drovectl vm list"})
    void list() {
        var vms = session.engine().vms();
        session.print(vms, () -> InventoryText.vms(vms));
    }

    @Command(
            description = "Shows one VM.",
            footer = {"", "Example:", "  drovectl vm show vm1 -o json"})
    void show(@Parameters(paramLabel = "VM", description = "libvirt's name or UUID.") String name) {
        Vm vm = session.engine().vm(name);
        session.print(vm, () -> InventoryText.vm(vm));
    }
}
