package org.droveway.agent.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/** What libvirt-java 0.5.4 does not bind; names are libvirt's own. */
interface NativeLibvirt extends Library {
    /** Loaded on first use; libvirt-java has loaded the same library by then. */
    static NativeLibvirt load() {
        return Loaded.LIBRARY;
    }

    int virDomainGetState(DomainPointer domain, IntByReference state, @Nullable IntByReference reason, int flags);

    /** Without a place for errors: how many there may be. */
    int virDomainGetDiskErrors(DomainPointer domain, @Nullable Pointer errors, int most, int flags);

    int virConnectCompareHypervisorCPU(
            ConnectionPointer connection,
            @Nullable String emulator,
            @Nullable String arch,
            @Nullable String machine,
            @Nullable String virtType,
            String cpuXml,
            int flags);

    int virDomainMigrateStartPostCopy(DomainPointer domain, int flags);

    int virDomainAbortJobFlags(DomainPointer domain, int flags);

    /** libvirt's text for this thread's last error; null if there was none. */
    @Nullable
    String virGetLastErrorMessage();

    /** Number of this thread's last error. */
    int virGetLastErrorCode();

    /** Holder that loads the library once. */
    final class Loaded {
        private static final NativeLibvirt LIBRARY = Native.load("virt", NativeLibvirt.class);

        private Loaded() {}
    }
}
