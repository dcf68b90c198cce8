package org.droveway.agent.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.PeerRequest.Offer;
import org.droveway.protocol.peer.VmOffer;
import org.droveway.protocol.permit.SignedPermit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestCopyChecks {
    private static final String FILE = "/var/lib/libvirt/images/vm1.qcow2";
    private static final String OTHER = "/var/lib/libvirt/images/vm1.raw";
    private static final long GIB = 1 << 30;

    private final List<VmDisk> disks = new ArrayList<>(List.of(
            new VmDisk("vda", "/dev/shared/vm1", true),
            disk("vdb", FILE, "qcow2", 10 * GIB, 2 * GIB, null),
            disk("vdc", OTHER, "raw", 4 * GIB, GIB, null)));
    private List<String> copied = List.of("vdb", "vdc");
    private final Map<String, TargetFacts> targets =
            new HashMap<>(Map.of(FILE, place(FILE, 4 * GIB), OTHER, place(OTHER, 4 * GIB)));

    private static VmDisk disk(
            String target,
            String source,
            @Nullable String format,
            @Nullable Long size,
            @Nullable Long allocated,
            @Nullable String dependsOn) {
        return new VmDisk(target, source, false, false, format, size, allocated, dependsOn);
    }

    private static TargetFacts place(String path, long free) {
        return new TargetFacts(path, false, true, "ext4", free);
    }

    private List<Refusal> refusals() {
        VmOffer vm =
                new VmOffer(Sample.VM, "vm1", 512, "pc", Sample.EMULATOR, "qemu", "x86_64", null, "<domain/>", disks);
        MigrationParameters parameters =
                new MigrationParameters(Security.INSECURE, null, null, null, copied, null, null, null, null);
        return CopyChecks.refusals(
                new Offer(
                        ProtocolVersion.CURRENT,
                        parameters.needs(),
                        false,
                        new SignedPermit("x", "y"),
                        vm,
                        parameters,
                        "9.0.0",
                        "7.2.0",
                        null),
                "h2",
                targets);
    }

    @Test
    void whatIsInOrderIsTaken() {
        assertThat(refusals()).isEmpty();
    }

    @Test
    void whatIsNotCopiedIsNotLookedAt() {
        copied = List.of();
        disks.set(1, disk("vdb", FILE, "vmdk", null, null, "much"));
        assertThat(refusals()).isEmpty();
    }

    record Wrong(String why, RefusalCode code, Consumer<TestCopyChecks> change) {
        @Override
        public String toString() {
            return why;
        }
    }

    private static Wrong disk(String why, VmDisk disk) {
        return new Wrong(why, RefusalCode.DISK_NOT_COPYABLE, checks -> checks.disks.set(1, disk));
    }

    private static Wrong place(String why, RefusalCode code, TargetFacts place) {
        return new Wrong(why, code, checks -> checks.targets.put(FILE, place));
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(
                        "no such disk",
                        RefusalCode.DISK_NOT_COPYABLE,
                        checks -> checks.copied = List.of("vdb", "vdc", "vdx")),
                new Wrong(
                        "a shared disk",
                        RefusalCode.DISK_NOT_COPYABLE,
                        checks -> checks.copied = List.of("vda", "vdb", "vdc")),
                disk("read-only", new VmDisk("vdb", FILE, false, true, "qcow2", GIB, GIB, null)),
                disk("another format", disk("vdb", FILE, "vmdk", GIB, GIB, null)),
                disk("no format", disk("vdb", FILE, null, GIB, GIB, null)),
                disk("no file", disk("vdb", "rbd:p/vm1", "raw", GIB, GIB, null)),
                disk("a backing chain", disk("vdb", FILE, "qcow2", GIB, GIB, "backing file base.qcow2")),
                disk("no size", disk("vdb", FILE, "qcow2", null, GIB, null)),
                disk("nothing in it", disk("vdb", FILE, "qcow2", 0L, 0L, null)),
                disk("unknown allocation", disk("vdb", FILE, "qcow2", GIB, null, null)),
                disk("one file twice", disk("vdb", OTHER, "raw", GIB, GIB, null)),
                place(
                        "something stands there",
                        RefusalCode.DISK_TARGET_TAKEN,
                        new TargetFacts(FILE, true, true, "ext4", 4 * GIB)),
                place("no folder", RefusalCode.DISK_NOT_REACHABLE, new TargetFacts(FILE, false, true, null, 0)),
                place(
                        "outside of the folder",
                        RefusalCode.DISK_NOT_REACHABLE,
                        new TargetFacts(FILE, false, false, "ext4", 4 * GIB)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void oneThingWrongIsOneRefusal(Wrong wrong) {
        wrong.change().accept(this);
        assertThat(refusals())
                .extracting(Refusal::code)
                .containsExactly(wrong.code().name());
    }

    @Test
    void bothDisksOfAFileSystemMustFitTogether() {
        targets.replaceAll((path, place) -> place(path, 3 * GIB));
        assertThat(refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.needed()).contains(3 * GIB + 3 * GIB / 16 + " bytes"))
                .extracting(Refusal::code)
                .isEqualTo("NOT_ENOUGH_SPACE");
    }

    @Test
    void eachFileSystemCountsForItself() {
        targets.put(OTHER, new TargetFacts(OTHER, false, true, "xfs", 2 * GIB));
        targets.put(FILE, place(FILE, 3 * GIB));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void aSparseDiskNeedsWhatItAllocates() {
        disks.set(1, disk("vdb", FILE, "qcow2", 1000 * GIB, GIB, null));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void allReasonsComeAtOnce() {
        disks.set(1, disk("vdb", FILE, "vmdk", GIB, GIB, null));
        targets.put(OTHER, new TargetFacts(OTHER, true, true, "ext4", 0));
        assertThat(refusals())
                .extracting(Refusal::code)
                .containsExactly("DISK_NOT_COPYABLE", "DISK_TARGET_TAKEN", "NOT_ENOUGH_SPACE");
    }
}
