package org.libvirt;

import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/** Gives libvirt-java's native handles to our own bindings; lives in its package because it keeps them to itself. */
public final class NativeHandles {
    private NativeHandles() {}

    /** Valid as long as the connection is open. */
    public static ConnectionPointer of(Connect connect) {
        return connect.vcp;
    }

    /** Valid as long as the domain is not freed. */
    public static DomainPointer of(Domain domain) {
        return domain.vdp;
    }
}
