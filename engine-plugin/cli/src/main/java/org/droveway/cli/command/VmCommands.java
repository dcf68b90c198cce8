package org.droveway.cli.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.droveway.cli.Session;
import org.droveway.cli.engine.EffectivePolicy;
import org.droveway.cli.engine.Vm;
import org.droveway.cli.text.InventoryText;
import org.droveway.cli.text.PolicyText;
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
            description = "Shows one VM, and which policy is in force for it and why.",
            footer = {"", "Example:", "  drovectl vm show vm1 -o json"})
    void show(@Parameters(paramLabel = "VM", description = "libvirt's name or UUID.") String name) {
        Vm vm = session.engine().vm(name);
        EffectivePolicy policy = session.engine().effectivePolicy(vm.id());
        session.print(new ShownVm(vm, policy), () -> InventoryText.vm(vm) + "\n\n" + PolicyText.of(policy));
    }

    /** A VM with what is in force for it. */
    private record ShownVm(@JsonUnwrapped Vm vm, EffectivePolicy effectivePolicy) {}
}
