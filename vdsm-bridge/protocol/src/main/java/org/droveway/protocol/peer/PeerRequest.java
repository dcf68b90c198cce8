package org.droveway.protocol.peer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import java.util.UUID;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.permit.SignedPermit;
import org.jspecify.annotations.Nullable;

/**
 * From source agent to destination agent: length-prefixed JSON (4 bytes, big-endian, at most 4 MiB) over mTLS; each is answered by one {@link PeerResponse}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerRequest.Offer.class, name = "offer"),
    @JsonSubTypes.Type(value = PeerRequest.OpenPinhole.class, name = "open-pinhole"),
    @JsonSubTypes.Type(value = PeerRequest.ListenForProof.class, name = "listen-for-proof"),
    @JsonSubTypes.Type(value = PeerRequest.Renew.class, name = "renew"),
    @JsonSubTypes.Type(value = PeerRequest.Relay.class, name = "relay"),
    @JsonSubTypes.Type(value = PeerRequest.Released.class, name = "released"),
    @JsonSubTypes.Type(value = PeerRequest.Close.class, name = "close"),
    @JsonSubTypes.Type(value = PeerRequest.Locate.class, name = "locate"),
    @JsonSubTypes.Type(value = PeerRequest.Resume.class, name = "resume"),
})
public sealed interface PeerRequest {
    /**
     * Opens the negotiation. Answered by Accept or Refuse.
     *
     * @param asking true: check everything, lease nothing, redeem nothing
     * @param needs capabilities that the destination must have
     * @param host what the source can; null: an older agent
     */
    record Offer(
            int protocolVersion,
            Set<String> needs,
            boolean asking,
            SignedPermit permit,
            VmOffer vm,
            MigrationParameters parameters,
            String libvirtVersion,
            String qemuVersion,
            @Nullable HostAbilities host)
            implements PeerRequest {
        public Offer {
            needs = Set.copyOf(needs);
            requireNonNull(permit, "permit");
            requireNonNull(vm, "vm");
            requireNonNull(parameters, "parameters");
            requireNonNull(libvirtVersion, "libvirtVersion");
            requireNonNull(qemuVersion, "qemuVersion");
        }
    }

    /**
     * Opens the firewall for the lease. Answered by Done.
     */
    record OpenPinhole(UUID lease) implements PeerRequest {
        public OpenPinhole {
            requireNonNull(lease, "lease");
        }
    }

    /**
     * The destination agent itself listens on the leased port for one connection from the permit's source address (rule 6). Answered by Done as soon as it listens; the source then connects and sends the nonce, the destination answers with {@code SHA-256(nonce ‖ lease id as text)} and closes.
     *
     * @param nonce 32 random bytes, base64url
     */
    record ListenForProof(UUID lease, String nonce) implements PeerRequest {
        public ListenForProof {
            requireNonNull(lease, "lease");
            requireNonNull(nonce, "nonce");
        }
    }

    /**
     * Keeps lease and pinhole for another 30 s; sent every 10 s while the migration lives. Answered by Done.
     */
    record Renew(UUID lease) implements PeerRequest {
        public Renew {
            requireNonNull(lease, "lease");
        }
    }

    /**
     * On a connection of its own: after Done the connection carries raw bytes of libvirt's RPC, source libvirtd to destination libvirtd, allow-listed by the destination agent.
     */
    record Relay(UUID lease) implements PeerRequest {
        public Relay {
            requireNonNull(lease, "lease");
        }
    }

    /**
     * The source has let go (journalled there first): the destination may run. Answered by Resumed.
     *
     * @param evidence what libvirt said on the source, for the audit
     */
    record Released(UUID lease, String evidence) implements PeerRequest {
        public Released {
            requireNonNull(lease, "lease");
            requireNonNull(evidence, "evidence");
        }
    }

    /**
     * The migration ended: remove pinhole and lease, answer Closed with what was seen.
     *
     * @param completed false: also make sure that no incoming VM is left behind
     */
    record Close(UUID lease, boolean completed) implements PeerRequest {
        public Close {
            requireNonNull(lease, "lease");
        }
    }

    /**
     * After a crash: what does the destination's libvirt say about the VM of this migration? Answered by Located.
     */
    record Locate(UUID migration, UUID vm) implements PeerRequest {
        public Locate {
            requireNonNull(migration, "migration");
            requireNonNull(vm, "vm");
        }
    }

    /**
     * Post-copy was interrupted and shall go on over another port; asked for under the permit that both agents redeemed for this migration, whose expiry does not
     * count any more. Answered by Accept, with a lease in place of the one before, or by Refuse.
     */
    record Resume(SignedPermit permit, VmOffer vm, MigrationParameters parameters) implements PeerRequest {
        public Resume {
            requireNonNull(permit, "permit");
            requireNonNull(vm, "vm");
            requireNonNull(parameters, "parameters");
        }
    }
}
