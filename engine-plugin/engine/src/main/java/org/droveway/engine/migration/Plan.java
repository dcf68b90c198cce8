package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.scheduling.CandidateReport;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * Everything decided before a migration starts.
 *
 * @param network name of the logical network, or the policy's CIDR as written when no network of the cluster has it
 * @param cidr the range both addresses are in
 * @param managementNetwork whether it is the management network that carries the migration (rule 1)
 * @param mtu the smaller of the two NICs' MTUs, bytes
 * @param ports how many ports the destination leases: 1 memory, 2 memory and disks
 * @param policyVersion of all scopes together, when planned; kept by the data center
 * @param libvirtCall word for word, once a negotiation answered
 * @param agreed the parameters that both hosts settled, once a negotiation answered
 */
public record Plan(
        String vm,
        UUID vmId,
        String from,
        String to,
        String network,
        @Nullable String cidr,
        Security type,
        Transport transport,
        boolean managementNetwork,
        String sourceAddress,
        String destinationAddress,
        String sourceNic,
        String destinationNic,
        int mtu,
        int ports,
        long policyVersion,
        PlanParameters parameters,
        List<Decision> decisions,
        List<CandidateReport> candidates,
        @Nullable String libvirtCall,
        @Nullable MigrationParameters agreed) {
    public Plan {
        requireNonNull(vm, "vm");
        requireNonNull(vmId, "vmId");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(network, "network");
        requireNonNull(type, "type");
        requireNonNull(transport, "transport");
        requireNonNull(sourceAddress, "sourceAddress");
        requireNonNull(destinationAddress, "destinationAddress");
        requireNonNull(sourceNic, "sourceNic");
        requireNonNull(destinationNic, "destinationNic");
        requireNonNull(parameters, "parameters");
        decisions = List.copyOf(decisions);
        candidates = List.copyOf(candidates);
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to are both host " + from);
        }
        if (type == Security.SECURE) {
            requireNonNull(parameters.tlsDestination(), "tlsDestination");
        }
    }

    /** The parameters as agents want them. */
    public MigrationParameters orderParameters() {
        return parameters.order(type);
    }

    /** The same plan with what the negotiation answered. */
    public Plan with(Agreement agreement) {
        return new Plan(
                vm,
                vmId,
                from,
                to,
                network,
                cidr,
                type,
                transport,
                managementNetwork,
                sourceAddress,
                destinationAddress,
                sourceNic,
                destinationNic,
                mtu,
                ports,
                policyVersion,
                parameters,
                decisions,
                candidates,
                agreement.libvirtCall(),
                agreement.parameters());
    }
}
