package org.droveway.agent.libvirt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the guest writes while its memory is copied.
 *
 * @param dirtyBytesPerSecond bytes/s that must be sent again; null until the first pass is over
 * @param throttlePercent how far QEMU slows the guest down; null: not at all
 */
public record GuestWrites(
        @Nullable Long dirtyBytesPerSecond, @Nullable Integer throttlePercent) {
    /** Nothing is known. */
    public static final GuestWrites UNKNOWN = new GuestWrites(null, null);

    private static final long USUAL_PAGE = 4096;

    static GuestWrites of(Map<String, Long> values) {
        Long pages = values.get("memory_dirty_rate");
        boolean repeated = values.getOrDefault("memory_iteration", 0L) > 1;
        Long throttle = values.get("auto_converge_throttle");
        return new GuestWrites(
                pages == null || !repeated ? null : pages * values.getOrDefault("memory_page_size", USUAL_PAGE),
                throttle == null || throttle == 0 ? null : throttle.intValue());
    }
}
