package org.libvirt;

/** Turns what our own bindings return into libvirt-java's exceptions; lives in its package because it keeps them to itself. */
public final class NativeErrors {
    private NativeErrors() {}

    /**
     * Checks a result.
     *
     * @throws LibvirtException with libvirt's last error if it is negative
     */
    public static int check(int result) throws LibvirtException {
        return ErrorHandler.processError(result);
    }
}
