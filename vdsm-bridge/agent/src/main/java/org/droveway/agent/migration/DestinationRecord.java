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
 * @param again whether the VM ran here under an earlier lease: post-copy that goes on
 */
record DestinationRecord(
        UUID lease,
        Permit permit,
        DestinationPhase phase,
        @Nullable List<ImageFile> images,
        @Nullable Handover handover,
        boolean again) {
    DestinationRecord {
        requireNonNull(lease, "lease");
        requireNonNull(permit, "permit");
        requireNonNull(phase, "phase");
        images = images == null ? null : List.copyOf(images);
    }

    /** Nothing is copied into files, the handover is strict. */
    DestinationRecord(UUID lease, Permit permit, DestinationPhase phase) {
        this(lease, permit, phase, null, null, false);
    }

    DestinationRecord in(DestinationPhase next) {
        return new DestinationRecord(lease, permit, next, images, handover, again);
    }

    /** The file is there now, and is ours. */
    DestinationRecord with(ImageFile made) {
        List<ImageFile> all = new ArrayList<>(madeImages());
        all.replaceAll(image -> image.path().equals(made.path()) ? made : image);
        return new DestinationRecord(lease, permit, phase, all, handover, again);
    }

    List<ImageFile> madeImages() {
        return images == null ? List.of() : images;
    }

    /** Another lease for a VM that runs here. */
    DestinationRecord under(UUID other) {
        return new DestinationRecord(other, permit, DestinationPhase.LEASED, images, handover, true);
    }

    /** Whether libvirt runs the VM here, or has run it: then nothing of it is removed. */
    boolean ran() {
        return again || phase.compareTo(DestinationPhase.RUNNING) >= 0;
    }

    /** Whether the VM may have run here: its disks are then nobody's to remove. */
    boolean mayHaveRun() {
        return ran() || (phase == DestinationPhase.RELAYING && handover == Handover.FAST);
    }
}
