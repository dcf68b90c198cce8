package org.droveway.protocol.peer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/**
 * From destination agent to source agent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerResponse.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = PeerResponse.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = PeerResponse.Done.class, name = "done"),
    @JsonSubTypes.Type(value = PeerResponse.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = PeerResponse.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = PeerResponse.Located.class, name = "located"),
})
public sealed interface PeerResponse {
    /**
     * The destination agrees.
     *
     * @param lease held for 30 s unless renewed; null when only asked
     * @param memoryPort leased port; null when only asked
     * @param disksPort leased port for the disks that are copied; null when only asked, or none are
     * @param parameters as agreed
     * @param capabilities everything the destination knows
     * @param host what the destination can; null: an older agent
     */
    record Accept(
            @Nullable UUID lease,
            String listenAddress,
            @Nullable Integer memoryPort,
            @Nullable Integer disksPort,
            MigrationParameters parameters,
            Set<String> capabilities,
            String libvirtVersion,
            String qemuVersion,
            @Nullable HostAbilities host)
            implements PeerResponse {
        public Accept {
            requireNonNull(listenAddress, "listenAddress");
            requireNonNull(parameters, "parameters");
            requireNonNull(libvirtVersion, "libvirtVersion");
            requireNonNull(qemuVersion, "qemuVersion");
            capabilities = Set.copyOf(capabilities);
        }
    }

    /**
     * Every reason, never only the first. Nothing is left behind.
     */
    record Refuse(List<Refusal> refusals) implements PeerResponse {
        public Refuse {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * The request was carried out.
     *
     * @param at the destination's clock
     */
    record Done(Instant at) implements PeerResponse {
        public Done {
            requireNonNull(at, "at");
        }
    }

    /**
     * The destination runs the VM.
     *
     * @param at the destination's clock
     */
    record Resumed(Instant at) implements PeerResponse {
        public Resumed {
            requireNonNull(at, "at");
        }
    }

    /**
     * Pinhole and lease are gone.
     *
     * @param observation what the destination saw
     */
    record Closed(Observation observation) implements PeerResponse {
        public Closed {
            requireNonNull(observation, "observation");
        }
    }

    /**
     * Answers Locate.
     *
     * @param state the domain's state as {@code virsh domstate --reason} has it, for example {@code running} or {@code paused (user)}, the reason only with
     *     paused and with post-copy; {@code absent} if there is none
     * @param lease the lease still held for the migration; null if none
     */
    record Located(String state, @Nullable UUID lease) implements PeerResponse {
        public Located {
            requireNonNull(state, "state");
        }
    }
}
