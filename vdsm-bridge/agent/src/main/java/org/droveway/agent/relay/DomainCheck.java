package org.droveway.agent.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.droveway.agent.libvirt.CookieDescription;
import org.droveway.agent.libvirt.DomainDescription;

/** Whether a domain that travels over the control connection is the one that was agreed. */
final class DomainCheck {
    private final DomainDescription agreed;
    private final Map<String, Long> diskBytes;

    /** @param diskBytes sizes of the disks that are copied, by their targets */
    DomainCheck(DomainDescription agreed, Map<String, Long> diskBytes) {
        this.agreed = agreed;
        this.diskBytes = diskBytes;
    }

    /** The live domain: libvirt writes the agreed one and this one in the same form, so that they differ in nothing. */
    void checkXml(XdrReader payload, String xml) throws RelayViolation {
        try {
            DomainDescription found = DomainDescription.parse(xml);
            check(payload, found);
            checkResources(payload, found);
        } catch (IllegalArgumentException e) {
            throw payload.violation("the domain XML cannot be read: " + e.getMessage());
        }
    }

    /** The cookie names the VM too, and may hold the definition that is made persistent. */
    void checkCookie(XdrReader payload, String cookie) throws RelayViolation {
        if (cookie.isEmpty()) {
            return;
        }
        try {
            CookieDescription found = CookieDescription.parse(cookie);
            same(payload, "cookie's VM", agreed.id() + " " + agreed.name(), found.id() + " " + found.name());
            for (DomainDescription definition : found.definitions()) {
                check(payload, definition);
            }
            checkSizes(payload, found.diskBytes());
        } catch (IllegalArgumentException e) {
            throw payload.violation("the cookie cannot be read: " + e.getMessage());
        }
    }

    /** libvirt would make a disk that is not there with the size that the cookie says; those that are not copied it does not touch. */
    private void checkSizes(XdrReader payload, Map<String, Long> found) throws RelayViolation {
        for (Map.Entry<String, Long> disk : diskBytes.entrySet()) {
            Long said = found.get(disk.getKey());
            if (said != null) {
                same(payload, "size of disk " + disk.getKey(), disk.getValue(), said);
            }
        }
    }

    private void check(XdrReader payload, DomainDescription found) throws RelayViolation {
        same(payload, "VM's name", agreed.name(), found.name());
        same(payload, "VM's id", agreed.id(), found.id());
        same(payload, "emulator", agreed.emulator(), found.emulator());
        same(payload, "machine type", agreed.machine(), found.machine());
        same(payload, "type", agreed.virtType(), found.virtType());
        same(payload, "disks", agreed.disks(), found.disks());
        if (found.extraArguments() && !agreed.extraArguments()) {
            throw payload.violation("the domain XML hands arguments to QEMU, the offered one did not");
        }
    }

    /** A device that was not offered could be any file, socket or device of this host. */
    private void checkResources(XdrReader payload, DomainDescription found) throws RelayViolation {
        List<String> more = without(found.hostResources(), agreed.hostResources());
        List<String> less = without(agreed.hostResources(), found.hostResources());
        if (!more.isEmpty() || !less.isEmpty()) {
            throw payload.violation(
                    "the domain takes from the host what was not agreed: " + more + " in place of " + less);
        }
    }

    private static List<String> without(List<String> all, List<String> known) {
        List<String> rest = new ArrayList<>(all);
        known.forEach(rest::remove);
        return rest;
    }

    private static void same(XdrReader payload, String what, Object needed, Object found) throws RelayViolation {
        if (!needed.equals(found)) {
            throw payload.violation("the " + what + " is " + found + ", agreed was " + needed);
        }
    }
}
