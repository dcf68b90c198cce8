package org.droveway.agent.firewall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The functions of libnftables that are used; see libnftables(3). */
final class LibNftables {
    /** Output flags. */
    static final int JSON = 1 << 4;

    static final int NUMERIC = 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10;

    static {
        Native.register(LibNftables.class, "nftables");
    }

    private LibNftables() {}

    static native Pointer nft_ctx_new(int flags);

    static native void nft_ctx_free(Pointer context);

    static native int nft_ctx_buffer_output(Pointer context);

    static native int nft_ctx_buffer_error(Pointer context);

    static native String nft_ctx_get_output_buffer(Pointer context);

    static native String nft_ctx_get_error_buffer(Pointer context);

    static native void nft_ctx_output_set_flags(Pointer context, int flags);

    static native int nft_run_cmd_from_buffer(Pointer context, String commands);
}
