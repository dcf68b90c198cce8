package org.droveway.agent.relay;

import org.droveway.agent.libvirt.CookieDescription;
import org.droveway.agent.libvirt.DomainDescription;

/** Whether a domain that travels over the control connection is the one that was agreed. */
final class DomainCheck {
    private final DomainDescription agreed;

    DomainCheck(DomainDescription agreed) {
        this.agreed = agreed;
    }

    void checkXml(XdrReader payload, String xml) throws RelayViolation {
        try {
            check(payload, DomainDescription.parse(xml));
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
        } catch (IllegalArgumentException e) {
            throw payload.violation("the cookie cannot be read: " + e.getMessage());
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

    private static void same(XdrReader payload, String what, Object needed, Object found) throws RelayViolation {
        if (!needed.equals(found)) {
            throw payload.violation("the " + what + " is " + found + ", agreed was " + needed);
        }
    }
}
