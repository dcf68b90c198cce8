package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.droveway.protocol.link.CopyProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirt.Error.ErrorNumber;

class TestSmallReaders {
    @ParameterizedTest
    @CsvSource({"9000000, 9.0.0", "7002022, 7.2.22", "11003001, 11.3.1"})
    void versionsAreUnpacked(long packed, String text) {
        assertThat(HypervisorVersions.text(packed)).isEqualTo(text);
    }

    @Test
    void statisticsAddMemoryAndDiskRates() {
        JobStats stats = JobStats.of(
                2,
                Map.of(
                        "time_elapsed", 1500L,
                        "data_total", 100L,
                        "data_processed", 40L,
                        "data_remaining", 60L,
                        "memory_bps", 7L,
                        "disk_bps", 5L,
                        "memory_iteration", 3L));
        assertThat(stats)
                .isEqualTo(new JobStats(true, 1500, 100, 40, 60, 12, 3, null, null, null, GuestWrites.UNKNOWN));
    }

    @Test
    void statisticsTellMemoryAndDisksApart() {
        JobStats stats = JobStats.of(
                2,
                Map.of(
                        "memory_total", 100L,
                        "memory_processed", 40L,
                        "memory_remaining", 60L,
                        "memory_bps", 7L,
                        "disk_total", 50L,
                        "disk_processed", 45L,
                        "disk_remaining", 5L,
                        "disk_bps", 3L));
        assertThat(stats.memory()).isEqualTo(new CopyProgress(100, 40, 60, 7));
        assertThat(stats.disks()).isEqualTo(new CopyProgress(50, 45, 5, 3));
    }

    @Test
    void whatTheGuestWritesIsKnownAfterTheFirstPass() {
        Map<String, Long> values = Map.of("memory_dirty_rate", 3L, "memory_page_size", 4096L);
        Map<String, Long> first = new HashMap<>(values);
        first.put("memory_iteration", 1L);
        Map<String, Long> second = new HashMap<>(values);
        second.putAll(Map.of("memory_iteration", 2L, "auto_converge_throttle", 30L));
        assertThat(GuestWrites.of(first).dirtyBytesPerSecond()).isNull();
        assertThat(GuestWrites.of(second)).isEqualTo(new GuestWrites(12_288L, 30));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true", "3, false", "4, false", "5, false"})
    void onlyTwoTypesAreRunningJobs(int type, boolean running) {
        assertThat(JobStats.of(type, Map.of()).running()).isEqualTo(running);
    }

    @Test
    void tlsCredentialsAreReadFromQemusAnswer() {
        assertThat(TlsQuestion.answer("{\"return\":{\"tls-creds\":\"objlibvirt_migrate_tls0\"}}"))
                .isTrue();
        assertThat(TlsQuestion.answer("{\"return\":{\"tls-creds\":\"\"}}")).isFalse();
        assertThat(TlsQuestion.answer("{\"return\":{}}")).isFalse();
    }

    @Test
    void anAnswerThatDoesNotSayIsUnknown() {
        assertThat(TlsQuestion.answer("{\"error\":{\"class\":\"GenericError\"}}"))
                .isNull();
        assertThat(TlsQuestion.answer("not json")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "VIR_ERR_NO_DOMAIN, true, NO_DOMAIN",
        "VIR_ERR_NO_DOMAIN, false, NO_DOMAIN",
        "VIR_ERR_OPERATION_ABORTED, true, ABORTED",
        "VIR_ERR_NO_CONNECT, true, UNREACHABLE",
        "VIR_ERR_RPC, false, UNREACHABLE",
        "VIR_ERR_RPC, true, REFUSED",
        "VIR_ERR_OPERATION_FAILED, true, REFUSED"
    })
    void errorsAreToldApart(ErrorNumber code, boolean alive, Kind kind) {
        assertThat(LibvirtErrors.kind(code, alive)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "block, ext4, true",
        "network, '', true",
        "file, ext4, false",
        "file, nfs4, true",
        "file, ceph, true",
        "file, ocfs2, true",
        "file, '', false",
        "vhostuser, ext4, false"
    })
    void storageIsSharedByItsKindOrItsFileSystem(String type, String fileSystem, boolean shared) {
        SharedStorage storage = new SharedStorage(path -> fileSystem);
        assertThat(storage.shared(new DomainDisk("vda", type, "/x", "raw", false)))
                .isEqualTo(shared);
    }

    @Test
    void aPathThatIsNotThereIsNotShared() {
        assertThat(SharedStorage.ofThisHost().shared(new DomainDisk("vda", "file", "/does/not/exist", "raw", false)))
                .isFalse();
    }
}
