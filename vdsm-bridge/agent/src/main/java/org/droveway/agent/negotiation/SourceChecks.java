package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.HOST_NOT_ENFORCING;
import static org.droveway.protocol.RefusalCode.VM_ALREADY_MIGRATING;
import static org.droveway.protocol.RefusalCode.VM_NOT_RUNNING;
import static org.droveway.protocol.RefusalCode.VM_OWNED_BY_OTHER;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.config.Capabilities;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.permit.Permit;

/** What the source must refuse before it offers anything. */
public final class SourceChecks {
    private SourceChecks() {}

    /**
     * Every reason against it.
     *
     * @param redeemed whether the permit was used on this host before
     */
    public static List<Refusal> refusals(
            Permit permit, MigrationParameters parameters, boolean redeemed, SourceFacts facts) {
        List<Refusal> refusals = new ArrayList<>(owner(permit, facts));
        refusals.addAll(PermitCheck.refusals(
                permit,
                new PermitCheck.Use(facts.host(), permit.destinationHost(), permit.vm(), permit.vmName(), parameters),
                facts.now(),
                redeemed));
        Reasons capabilities = new Reasons();
        ProtocolChecks.capabilities(facts.host(), parameters.needs(), Capabilities.own(), capabilities);
        refusals.addAll(capabilities.all());
        refusals.addAll(vm(permit, facts));
        refusals.addAll(host(facts));
        refusals.addAll(RouteChecks.out(
                facts.host(), permit.sourceAddress(), permit.destinationAddress(), facts.route(), facts.nics()));
        refusals.addAll(CertificateChecks.clientRefusals(
                parameters.security(), "host " + facts.host(), facts.migrationCertificate(), facts.now()));
        return List.copyOf(refusals);
    }

    /** Before anything else: what is wrong with another manager's VM is that manager's to say. */
    private static List<Refusal> owner(Permit permit, SourceFacts facts) {
        Reasons reasons = new Reasons();
        reasons.when(
                facts.owner() != null,
                VM_OWNED_BY_OTHER,
                "VM " + permit.vmName(),
                "owned by " + facts.owner(),
                "a VM that no other manager owns",
                "migrate it through its owner");
        return reasons.all();
    }

    private static List<Refusal> vm(Permit permit, SourceFacts facts) {
        String object = "VM " + permit.vmName();
        Reasons reasons = new Reasons();
        reasons.when(
                !facts.status().running(),
                VM_NOT_RUNNING,
                object,
                facts.status().word() + " on host " + facts.host(),
                "a VM that runs",
                "start or resume the VM first");
        reasons.when(
                facts.migrating(),
                VM_ALREADY_MIGRATING,
                object,
                "a migration of it runs on host " + facts.host(),
                "one migration of a VM at a time",
                "wait for the other migration or cancel it");
        return reasons.all();
    }

    private static List<Refusal> host(SourceFacts facts) {
        String object = "host " + facts.host();
        Reasons reasons = new Reasons();
        reasons.when(
                facts.mode() == HostMode.OBSERVE,
                HOST_NOT_ENFORCING,
                object,
                "mode observe: Droveway only watches here",
                "mode assist or enforce",
                "drovectl host mode " + facts.host() + " enforce");
        return reasons.all();
    }
}
