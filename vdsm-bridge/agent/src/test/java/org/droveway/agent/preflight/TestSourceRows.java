package org.droveway.agent.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.droveway.agent.host.TlsFiles;
import org.droveway.agent.libvirt.DomainActivity;
import org.droveway.agent.libvirt.DomainObstacles;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestSourceRows {
    private static final DomainStatus RUNNING = DomainStatus.of(1, 1);
    private static final DomainStatus STOPPED_BY_IO_ERROR = DomainStatus.of(3, 5);
    private static final DomainObstacles NO_OBSTACLES =
            new DomainObstacles(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
    private static final TlsFiles COMPLETE = new TlsFiles("/etc/pki/libvirt-migrate", List.of());

    private static SourceView view(DomainStatus status, DomainActivity activity, DomainObstacles obstacles) {
        return new SourceView("h1", "vm1", status, activity, obstacles, List.of(), true, COMPLETE);
    }

    private static SourceView busy(DomainActivity activity) {
        return view(RUNNING, activity, NO_OBSTACLES);
    }

    private static SourceView obstructed(DomainObstacles obstacles) {
        return new SourceView("h1", "vm1", RUNNING, DomainActivity.NONE, obstacles, List.of(), false, COMPLETE);
    }

    private static DomainObstacles only(Function<List<String>, DomainObstacles> where) {
        return where.apply(List.of("it"));
    }

    /** A view in which one row is wrong. */
    record Wrong(int row, RefusalCode code, SourceView view, String found) {}

    static Stream<Wrong> wrongs() {
        List<String> none = List.of();
        return Stream.of(
                new Wrong(
                        5,
                        RefusalCode.VM_HAS_SNAPSHOTS,
                        busy(new DomainActivity(2, none, none)),
                        "libvirt knows 2 snapshots of it"),
                new Wrong(
                        6,
                        RefusalCode.VM_BLOCKED_BY_QEMU,
                        obstructed(only(it -> new DomainObstacles(none, none, it, none, none, none, false))),
                        "QEMU does not migrate the format of it"),
                new Wrong(
                        6,
                        RefusalCode.VM_BLOCKED_BY_QEMU,
                        new SourceView(
                                "h1", "vm1", RUNNING, DomainActivity.NONE, NO_OBSTACLES, List.of("no"), true, COMPLETE),
                        "QEMU says: no"),
                new Wrong(
                        7,
                        RefusalCode.DEVICE_OF_HOST,
                        obstructed(only(it -> new DomainObstacles(it, none, none, none, none, none, false))),
                        "it"),
                new Wrong(
                        8,
                        RefusalCode.VM_HAS_BLOCK_JOB,
                        busy(new DomainActivity(0, List.of("vda"), none)),
                        "disk vda has an active block job"),
                new Wrong(
                        9,
                        RefusalCode.TSC_WITHOUT_FREQUENCY,
                        obstructed(new DomainObstacles(none, none, none, none, none, none, true)),
                        "has the CPU feature invtsc, and no frequency of its TSC is named"),
                new Wrong(
                        10,
                        RefusalCode.MEMORY_WITHOUT_PLACE,
                        obstructed(only(it -> new DomainObstacles(none, none, none, none, none, it, false))),
                        "it"),
                new Wrong(
                        11,
                        RefusalCode.DEVICE_NOT_MIGRATABLE,
                        obstructed(only(it -> new DomainObstacles(none, it, none, none, none, none, false))),
                        "it"),
                new Wrong(
                        12,
                        RefusalCode.DISK_TRANSIENT,
                        obstructed(only(it -> new DomainObstacles(none, none, none, it, none, none, false))),
                        "it"),
                new Wrong(
                        14,
                        RefusalCode.VM_HAS_IO_ERROR,
                        busy(new DomainActivity(0, none, List.of("vda: no space"))),
                        "I/O error of disk vda: no space"),
                new Wrong(
                        14,
                        RefusalCode.VM_HAS_IO_ERROR,
                        view(STOPPED_BY_IO_ERROR, DomainActivity.NONE, NO_OBSTACLES),
                        "stands still because of an I/O error"),
                new Wrong(
                        16,
                        RefusalCode.DISK_CACHED,
                        obstructed(only(it -> new DomainObstacles(none, none, none, none, it, none, false))),
                        "it"),
                new Wrong(
                        27,
                        RefusalCode.CERTIFICATE_MISSING,
                        new SourceView(
                                "h1",
                                "vm1",
                                RUNNING,
                                DomainActivity.NONE,
                                NO_OBSTACLES,
                                none,
                                true,
                                new TlsFiles("/etc/pki/other", List.of("client-cert.pem"))),
                        "libvirt looks for certificates in /etc/pki/other, where client-cert.pem cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void whatIsWrongIsRefusedByItsCode(Wrong wrong) {
        assertThat(SourceRows.refusals(wrong.view())).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(wrong.code().name());
            assertThat(refusal.found()).isEqualTo(wrong.found());
        });
    }

    @Test
    void everyRowIsTried() {
        assertThat(wrongs().map(Wrong::row).distinct())
                .containsExactlyElementsOf(
                        SourceRows.ALL.stream().map(Check::row).toList());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        SourceView all = new SourceView(
                "h1",
                "vm1",
                STOPPED_BY_IO_ERROR,
                new DomainActivity(1, List.of("vda", "vdb"), List.of()),
                new DomainObstacles(
                        List.of("a"), List.of("b"), List.of("c"), List.of("d"), List.of("e"), List.of("f"), true),
                List.of("g"),
                false,
                new TlsFiles("/nowhere", List.of("ca-cert.pem")));
        assertThat(SourceRows.refusals(all)).extracting(Refusal::code).hasSize(13);
    }

    @Test
    void aQemuThatDropsTheCacheMayCache() {
        DomainObstacles cached =
                only(it -> new DomainObstacles(List.of(), List.of(), List.of(), List.of(), it, List.of(), false));
        assertThat(SourceRows.refusals(view(RUNNING, DomainActivity.NONE, cached)))
                .isEmpty();
    }
}
