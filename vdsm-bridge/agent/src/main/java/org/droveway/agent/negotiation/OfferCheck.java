package org.droveway.agent.negotiation;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.VmOffer;

/** Whether an offer's words are those of its domain XML: what was negotiated must be what libvirt gets. */
public final class OfferCheck {
    private OfferCheck() {}

    /**
     * Reads the offer's domain XML.
     *
     * @throws RefusedException with INTERNAL if it cannot be read
     */
    public static DomainDescription describe(VmOffer offer) throws RefusedException {
        try {
            return DomainDescription.parse(offer.domainXml());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.INTERNAL,
                    "offer of VM " + offer.name(),
                    String.valueOf(e.getMessage()),
                    "a libvirt domain XML",
                    "look at the source agent's log")));
        }
    }

    /** Every difference. */
    public static List<Refusal> refusals(VmOffer offer, DomainDescription xml) {
        Reasons reasons = new Reasons();
        differs(reasons, offer, "name", offer.name(), xml.name());
        differs(reasons, offer, "id", offer.id().toString(), xml.id().toString());
        differs(reasons, offer, "machine type", offer.machineType(), xml.machine());
        differs(reasons, offer, "emulator", offer.emulator(), xml.emulator());
        differs(reasons, offer, "memory, MiB", Long.toString(offer.memoryMiB()), Long.toString(xml.memoryMiB()));
        differs(
                reasons,
                offer,
                "disks",
                offer.disks().stream()
                        .map(VmDisk::source)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString(),
                xml.disks().stream()
                        .map(disk -> disk.source())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString());
        return reasons.all();
    }

    private static void differs(Reasons reasons, VmOffer offer, String what, String said, String found) {
        reasons.when(
                !said.equals(found),
                RefusalCode.PERMIT_FOR_OTHER,
                "offer of VM " + offer.name(),
                "its domain XML has " + what + " " + found,
                what + " " + said + ", as offered",
                "look at the source agent's log: it offers one VM and describes another");
    }
}
