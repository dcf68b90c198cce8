package org.droveway.engine.inventory.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.droveway.engine.audit.Unaudited;
import org.droveway.engine.inventory.Pin;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/** Row of an enrolled host. */
@Entity
@Table(name = "host")
class HostEntity {
    @Id
    String name = "";

    String cluster = "";

    UUID identity = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    HostMode mode = HostMode.OBSERVE;

    @Column(name = "enrolled_at")
    Instant enrolledAt = Instant.EPOCH;

    @Unaudited
    @Column(name = "last_seen")
    @Nullable
    Instant lastSeen;

    @Unaudited
    @Nullable
    String report;

    /** Null: its agent never connected. */
    @Unaudited
    @Nullable
    String capabilities;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "host_pin", joinColumns = @JoinColumn(name = "host"))
    Set<PinOfHost> pins = new HashSet<>();

    /** What its agent says it can. */
    void setCapabilities(Set<String> names) {
        capabilities = StoredJson.print(new TreeSet<>(names));
    }

    EnrolledHost toRecord() {
        HostReport last = report == null ? null : StoredJson.parse(report, new TypeReference<HostReport>() {});
        List<Pin> sorted = pins.stream()
                .map(PinOfHost::toRecord)
                .sorted(Comparator.comparing(Pin::network))
                .toList();
        return new EnrolledHost(name, cluster, identity, mode, last, lastSeen, parse(capabilities), sorted);
    }

    private static Set<String> parse(@Nullable String names) {
        return names == null ? Set.of() : StoredJson.parse(names, new TypeReference<Set<String>>() {});
    }
}
