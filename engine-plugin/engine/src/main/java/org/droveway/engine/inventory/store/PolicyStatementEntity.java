package org.droveway.engine.inventory.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** Row of what a scope says. */
@Entity
@Table(name = "policy_statement")
class PolicyStatementEntity {
    @EmbeddedId
    PolicyStatementKey key = new PolicyStatementKey();

    /** The subject, if it is one: the row goes with it. */
    @Column(name = "data_center")
    @Nullable
    String dataCenter;

    /** The subject, if it is one: the row goes with it. */
    @Nullable
    String cluster;

    @Enumerated(EnumType.STRING)
    @Nullable
    Security security;

    @Column(name = "bandwidth_mibs")
    @Nullable
    Long bandwidthMiBs;

    @Column(name = "parallel_connections")
    @Nullable
    Integer parallelConnections;

    @Column(name = "max_downtime_ms")
    @Nullable
    Integer maxDowntimeMs;

    @Column(name = "post_copy")
    @Nullable
    Boolean postCopy;

    @Column(name = "fast_handover")
    @Nullable
    Boolean fastHandover;

    @Column(name = "allow_management_network")
    @Nullable
    Boolean allowManagementNetwork;

    /** Names with commas between. */
    @Nullable
    String transports;

    @Enumerated(EnumType.STRING)
    @Nullable
    Convergence convergence;

    @Enumerated(EnumType.STRING)
    @Nullable
    MemoryCompression compression;

    long version;

    @Column(name = "set_by")
    String setBy = "";

    @Nullable
    String reason;

    boolean weakening;

    PolicyStatementEntity() {}

    PolicyStatementEntity(PolicyStatementKey key) {
        this.key = key;
        dataCenter = key.scope == PolicyScope.DATA_CENTER ? key.subject : null;
        cluster = key.scope == PolicyScope.CLUSTER ? key.subject : null;
    }

    void set(NewStatement statement) {
        PolicyStatement says = statement.says();
        security = says.security();
        bandwidthMiBs = says.bandwidthMiBs();
        parallelConnections = says.parallelConnections();
        maxDowntimeMs = says.maxDowntimeMs();
        postCopy = says.postCopy();
        fastHandover = says.fastHandover();
        allowManagementNetwork = says.allowManagementNetwork();
        transports = print(says.transports());
        convergence = says.convergence();
        compression = says.compression();
        setBy = statement.setBy();
        reason = statement.reason();
        weakening = statement.weakening();
        version++;
    }

    StatedPolicy toRecord() {
        PolicyStatement says = new PolicyStatement(
                security,
                bandwidthMiBs,
                parallelConnections,
                maxDowntimeMs,
                postCopy,
                fastHandover,
                allowManagementNetwork,
                parse(transports),
                convergence,
                compression);
        return new StatedPolicy(says, version, setBy, reason, weakening);
    }

    private static @Nullable String print(@Nullable Set<Transport> some) {
        return some == null ? null : some.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static @Nullable Set<Transport> parse(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(",", -1)).map(Transport::valueOf).collect(Collectors.toSet());
    }
}
