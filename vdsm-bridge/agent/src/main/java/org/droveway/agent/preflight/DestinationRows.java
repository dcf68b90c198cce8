package org.droveway.agent.preflight;

import static org.droveway.protocol.RefusalCode.BOOT_FILE_MISSING;
import static org.droveway.protocol.RefusalCode.CERTIFICATE_MISSING;
import static org.droveway.protocol.RefusalCode.HOST_NETWORK_MISSING;
import static org.droveway.protocol.RefusalCode.HUGEPAGES_MISSING;
import static org.droveway.protocol.RefusalCode.VM_OWNED_BY_OTHER;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** What the destination finds about itself. */
public final class DestinationRows {
    /** Ownership is no row of the list: it comes before them all (rule 9). */
    static final int OWNERSHIP = 0;

    static final List<Check<DestinationView>> ALL = List.of(
            host(
                    OWNERSHIP,
                    VM_OWNED_BY_OTHER,
                    view -> view.owner().stream()
                            .map(owner -> "VMs here belong to " + owner)
                            .toList(),
                    "a host whose VMs no other manager has",
                    "choose another host, or let that manager move the VM"),
            host(
                    27,
                    CERTIFICATE_MISSING,
                    view -> Missing.of(view.tls()),
                    "the certificates QEMU shows and trusts as a server",
                    "look at qemu.conf's migrate_tls_x509_cert_dir and the agent's migrationPki: they must be the same"),
            host(
                    30,
                    HUGEPAGES_MISSING,
                    DestinationRows::hugepages,
                    "free hugepages for all of the VM's memory",
                    "reserve more with vm.nr_hugepages, or choose another host"),
            host(
                    33,
                    HOST_NETWORK_MISSING,
                    DestinationView::missingNetworks,
                    "what the VM's NICs hang on, under the same name",
                    "make it, or choose another host"),
            host(
                    34,
                    BOOT_FILE_MISSING,
                    view -> view.missingFiles().stream()
                            .map(file -> file + " cannot be read")
                            .toList(),
                    "firmware, NVRAM template and kernel under the same path",
                    "install the package that has it, or choose another host"));

    private DestinationRows() {}

    /** Everything that is wrong. */
    public static List<Refusal> refusals(DestinationView view) {
        return Check.all(ALL, view);
    }

    private static List<String> hugepages(DestinationView view) {
        return view.hugepagesMiB().entrySet().stream()
                .filter(needed -> free(view, needed) < needed.getValue())
                .map(needed -> free(view, needed) + " MiB free in hugepages of " + size(view, needed)
                        + " KiB, the VM needs " + needed.getValue() + " MiB")
                .toList();
    }

    private static long free(DestinationView view, Map.Entry<Long, Long> needed) {
        return view.hugepages().freeMiB(size(view, needed));
    }

    private static long size(DestinationView view, Map.Entry<Long, Long> needed) {
        return needed.getKey() == 0 ? view.hugepages().defaultKiB() : needed.getKey();
    }

    private static Check<DestinationView> host(
            int row, RefusalCode code, Function<DestinationView, List<String>> findings, String needed, String remedy) {
        return new Check<>(row, code, view -> "host " + view.host(), findings, needed, remedy);
    }
}
