package org.droveway.agent.libvirt;

import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.jspecify.annotations.Nullable;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Tells libvirt's errors apart. */
final class LibvirtErrors {
    private LibvirtErrors() {}

    static HypervisorException wrap(String attempted, LibvirtException error, boolean connectionAlive) {
        ErrorNumber code = error.getError() == null ? null : error.getError().getCode();
        return new HypervisorException(kind(code, connectionAlive), attempted + ": " + error.getMessage(), error);
    }

    static Kind kind(@Nullable ErrorNumber code, boolean connectionAlive) {
        if (code == ErrorNumber.VIR_ERR_NO_DOMAIN) {
            return Kind.NO_DOMAIN;
        }
        if (code == ErrorNumber.VIR_ERR_OPERATION_ABORTED) {
            return Kind.ABORTED;
        }
        if (!connectionAlive || code == ErrorNumber.VIR_ERR_NO_CONNECT || code == ErrorNumber.VIR_ERR_INVALID_CONN) {
            return Kind.UNREACHABLE;
        }
        return Kind.REFUSED;
    }
}
