package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.CPU_INCOMPATIBLE;
import static org.droveway.protocol.RefusalCode.DISK_NOT_REACHABLE;
import static org.droveway.protocol.RefusalCode.DISK_NOT_SHARED;
import static org.droveway.protocol.RefusalCode.MACHINE_TYPE_UNKNOWN;
import static org.droveway.protocol.RefusalCode.NOT_ENOUGH_MEMORY;
import static org.droveway.protocol.RefusalCode.VM_ALREADY_MIGRATING;
import static org.droveway.protocol.RefusalCode.VM_NAME_OR_UUID_TAKEN;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.peer.VmOffer;

/** Whether this host can run the VM. */
final class VmChecks {
    private VmChecks() {}

    /** @param copied targets of the disks that are copied; they need not be here */
    static List<Refusal> refusals(VmOffer vm, List<String> copied, HostFacts facts) {
        Reasons reasons = new Reasons();
        identity(vm, facts, reasons);
        hardware(vm, facts, reasons);
        vm.disks().stream()
                .filter(disk -> !copied.contains(disk.target()))
                .forEach(disk -> disk(vm, disk, facts, reasons));
        return reasons.all();
    }

    private static void identity(VmOffer vm, HostFacts facts, Reasons reasons) {
        boolean arriving = facts.migrating().contains(vm.id());
        reasons.when(
                arriving,
                VM_ALREADY_MIGRATING,
                "VM " + vm.name(),
                "is on its way to host " + facts.host(),
                "one migration of a VM at a time",
                "wait for the other migration or cancel it");
        for (VmReport other : facts.vms()) {
            boolean sameId = other.id().equals(vm.id());
            reasons.when(
                    (sameId && !arriving) || (!sameId && other.name().equals(vm.name())),
                    VM_NAME_OR_UUID_TAKEN,
                    "VM " + vm.name(),
                    "host " + facts.host() + " has VM " + other.name() + " with id " + other.id(),
                    "neither name " + vm.name() + " nor id " + vm.id() + " in use on the destination",
                    "rename or undefine the VM on host " + facts.host() + ", or choose another host");
        }
    }

    private static void hardware(VmOffer vm, HostFacts facts, Reasons reasons) {
        String host = "host " + facts.host();
        reasons.when(
                !facts.abilities().knows(vm.emulator(), vm.machineType()),
                MACHINE_TYPE_UNKNOWN,
                host,
                vm.emulator() + " does not know machine type " + vm.machineType(),
                "machine type " + vm.machineType(),
                "upgrade QEMU on " + host + ", or choose another host");
        reasons.when(
                !facts.cpu().compatible(),
                CPU_INCOMPATIBLE,
                host,
                facts.cpu().found(),
                "a CPU that has everything the VM's CPU has",
                "choose another host, or give the VM a CPU model that all hosts of the cluster have");
        reasons.when(
                facts.memoryFreeMiB() < vm.memoryMiB(),
                NOT_ENOUGH_MEMORY,
                host,
                facts.memoryFreeMiB() + " MiB free",
                vm.memoryMiB() + " MiB",
                "free memory on " + host + ", or choose another host");
    }

    private static void disk(VmOffer vm, VmDisk disk, HostFacts facts, Reasons reasons) {
        String object = "disk " + disk.target() + " of VM " + vm.name();
        reasons.when(
                !disk.shared() && !disk.certainlyReadOnly(),
                DISK_NOT_SHARED,
                object,
                disk.source() + " is local to the source",
                "storage that both hosts see, or a copy of the disk",
                "move the disk to shared storage, or let it be copied");
        reasons.when(
                !facts.disksReachable().getOrDefault(disk.source(), true),
                DISK_NOT_REACHABLE,
                object,
                "host " + facts.host() + " has no " + disk.source(),
                disk.source() + " on both hosts",
                "connect host " + facts.host() + " to the storage");
    }
}
