package org.droveway.agent.libvirt;

import org.libvirt.Connect;
import org.libvirt.NativeHandles;

/** Asks libvirt whether this host's hypervisor can run a guest CPU. */
final class CpuComparison {
    private static final int INCOMPATIBLE = 0;
    private static final int FAIL_INCOMPATIBLE = 1;
    private static final String SOFTWARE = "qemu";

    private CpuComparison() {}

    static CpuMatch compare(Connect connect, DomainDescription vm) {
        String cpu = vm.cpuXml();
        if (cpu == null || SOFTWARE.equals(vm.virtType())) {
            // Emulated CPUs do not depend on the host's, and without a CPU element libvirt compares nothing either.
            return new CpuMatch(true, "");
        }
        NativeLibvirt libvirt = NativeLibvirt.load();
        int result = libvirt.virConnectCompareHypervisorCPU(
                NativeHandles.of(connect),
                vm.emulator(),
                vm.arch(),
                vm.machine(),
                vm.virtType(),
                cpu,
                FAIL_INCOMPATIBLE);
        if (result < 0) {
            String why = libvirt.virGetLastErrorMessage();
            return new CpuMatch(false, why == null ? "libvirt gave no reason" : why);
        }
        return result == INCOMPATIBLE ? new CpuMatch(false, "the host's CPU lacks features") : new CpuMatch(true, "");
    }
}
