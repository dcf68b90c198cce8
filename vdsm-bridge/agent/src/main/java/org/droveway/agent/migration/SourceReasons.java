package org.droveway.agent.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.negotiation.CertificateFacts;
import org.droveway.agent.negotiation.SourceChecks;
import org.droveway.agent.negotiation.SourceFacts;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.agent.preflight.SourceRows;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** What the source itself has against a migration, before it offers anything. */
final class SourceReasons {
    private final SourceParts parts;
    private final HostSurvey survey;
    private final Firewall firewall;
    private final Redemptions redemptions;

    SourceReasons(SourceParts parts, HostSurvey survey, Firewall firewall, Redemptions redemptions) {
        this.parts = parts;
        this.survey = survey;
        this.firewall = firewall;
        this.redemptions = redemptions;
    }

    /**
     * Every reason.
     *
     * @param leaving whether a migration of the VM runs here
     * @param beginning whether the VM is about to migrate, so that its QEMU may be asked; asking leaves a mark on the domain
     */
    List<Refusal> of(Permit permit, MigrationParameters parameters, boolean leaving, boolean beginning)
            throws HypervisorException {
        DomainStatus status = parts.hypervisor().status(permit.vm());
        String xml = status.state() == DomainStatus.State.ABSENT
                ? null
                : parts.hypervisor().migratableXml(permit.vm());
        List<Refusal> refusals = new ArrayList<>(SourceChecks.refusals(
                permit, parameters, redemptions.isRedeemed(permit), facts(permit, leaving, status, xml)));
        if (xml != null) {
            refusals.addAll(SourceRows.refusals(survey.source(permit, status, xml, parameters.security(), beginning)));
        }
        return List.copyOf(refusals);
    }

    private SourceFacts facts(Permit permit, boolean leaving, DomainStatus status, @Nullable String xml)
            throws HypervisorException {
        Hypervisor hypervisor = parts.hypervisor();
        return new SourceFacts(
                parts.identity().host(),
                parts.clock().instant(),
                firewall.mode(),
                status,
                xml == null ? null : owner(permit, xml),
                leaving || (status.running() && hypervisor.jobStats(permit.vm()).running()),
                parts.routes().to(Addresses.numeric(permit.destinationAddress()), null),
                parts.interfaces().list(),
                parts.identity().migrationCertificate().map(CertificateFacts::of));
    }

    private @Nullable String owner(Permit permit, String xml) {
        String named = DomainDescription.parse(xml).owner();
        return named == null ? survey.ownerOf(permit.vmName()).orElse(null) : named;
    }
}
