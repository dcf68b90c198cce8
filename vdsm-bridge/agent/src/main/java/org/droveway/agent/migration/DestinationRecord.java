package org.droveway.agent.migration;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.droveway.agent.image.ImageFile;
import org.droveway.protocol.Handover;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * What the destination must not forget while an incoming VM may exist.
 *
 * @param images files made, or about to be, into which disks are copied; null: none
 * @param handover null: strict
 */
record DestinationRecord(
        UUID lease,
        Permit permit,
        DestinationPhase phase,
        @Nullable List<ImageFile> images,
        @Nullable Handover handover) {
    DestinationRecord {
        requireNonNull(lease, "lease");
        requireNonNull(permit, "permit");
        requireNonNull(phase, "phase");
        images = images == null ? null : List.copyOf(images);
    }

    /** Nothing is copied into files, the handover is strict. */
    DestinationRecord(UUID lease, Permit permit, DestinationPhase phase) {
        this(lease, permit, phase, null, null);
    }

    DestinationRecord in(DestinationPhase next) {
        return new DestinationRecord(lease, permit, next, images, handover);
    }

    /** The file is there now, and is ours. */
    DestinationRecord with(ImageFile made) {
        List<ImageFile> all = new ArrayList<>(madeImages());
        all.replaceAll(image -> image.path().equals(made.path()) ? made : image);
        return new DestinationRecord(lease, permit, phase, all, handover);
    }

    List<ImageFile> madeImages() {
        return images == null ? List.of() : images;
    }

    /** Whether the VM may have run here: its disks are then nobody's to remove. */
    boolean mayHaveRun() {
        return phase.compareTo(DestinationPhase.RELAYING) > 0
                || (phase == DestinationPhase.RELAYING && handover == Handover.FAST);
    }
}
