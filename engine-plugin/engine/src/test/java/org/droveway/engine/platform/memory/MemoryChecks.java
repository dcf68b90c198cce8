package org.droveway.engine.platform.memory;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.Plan;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.InvalidPermitException;
import org.droveway.protocol.permit.Permit;

/** The negotiation of this platform: what it looks at before it moves a VM. */
final class MemoryChecks {
    private final MemoryInventory inventory;
    private final ExecutorAbilities abilities;
    private final PublicKey key;
    private final Plan plan;
    private final List<Refusal> refusals = new ArrayList<>();

    private MemoryChecks(MemoryInventory inventory, ExecutorAbilities abilities, PublicKey key, Plan plan) {
        this.inventory = inventory;
        this.abilities = abilities;
        this.key = key;
        this.plan = plan;
    }

    static List<Refusal> of(
            MigrationTask task,
            MemoryInventory inventory,
            ExecutorAbilities abilities,
            PublicKey key,
            Set<UUID> redeemed,
            Instant now) {
        MemoryChecks checks = new MemoryChecks(inventory, abilities, key, task.plan());
        checks.permit(task, redeemed, now);
        checks.up(task.plan().from());
        checks.up(task.plan().to());
        checks.vm();
        checks.address(task.plan().from(), task.plan().sourceAddress());
        checks.address(task.plan().to(), task.plan().destinationAddress());
        checks.able();
        return checks.refusals;
    }

    private void permit(MigrationTask task, Set<UUID> redeemed, Instant now) {
        try {
            Permit permit = task.permit().verify(key);
            if (!now.isBefore(permit.expiresAt())) {
                refuse(
                        RefusalCode.PERMIT_EXPIRED,
                        "permit " + permit.id(),
                        "ran out at " + permit.expiresAt(),
                        "a valid one");
            }
            if (redeemed.contains(permit.id())) {
                refuse(RefusalCode.PERMIT_REUSED, "permit " + permit.id(), "it was redeemed before", "a fresh one");
            }
            if (!permit.migration().equals(task.migration()) || !permit.vm().equals(plan.vmId())) {
                refuse(
                        RefusalCode.PERMIT_FOR_OTHER,
                        "permit " + permit.id(),
                        "another migration's",
                        "this migration's");
            }
        } catch (InvalidPermitException e) {
            refuse(
                    RefusalCode.PERMIT_INVALID,
                    "migration " + task.migration(),
                    String.valueOf(e.getMessage()),
                    "a signed permit");
        }
    }

    private void up(String host) {
        Optional<HostStatus> status = inventory.host(host);
        if (status.isEmpty() || status.get().state() != HostState.UP) {
            refuse(RefusalCode.HOST_DOWN, "host " + host, status.isEmpty() ? "not there" : "down", "up");
        }
    }

    private void vm() {
        List<Vm> vms = inventory.vms();
        if (vms.stream().noneMatch(v -> v.host().equals(plan.from()) && v.id().equals(plan.vmId()))) {
            refuse(RefusalCode.VM_NOT_RUNNING, "VM " + plan.vm(), "not on host " + plan.from(), "running there");
        }
        if (vms.stream()
                .anyMatch(v -> v.host().equals(plan.to())
                        && (v.id().equals(plan.vmId()) || v.name().equals(plan.vm())))) {
            refuse(RefusalCode.VM_NAME_OR_UUID_TAKEN, "host " + plan.to(), "it has VM " + plan.vm(), "no such VM");
        }
    }

    private void address(String host, String address) {
        boolean there = inventory.host(host).map(HostStatus::report).stream()
                .flatMap(report -> report.nics().stream())
                .flatMap(nic -> nic.addresses().stream())
                .anyMatch(a -> a.address().equals(address));
        if (!there) {
            refuse(RefusalCode.ADDRESS_NOT_ON_HOST, "host " + host, "no " + address, "the planned address");
        }
    }

    private void able() {
        if (plan.type() == Security.SECURE && !abilities.tls()) {
            refuse(RefusalCode.EXECUTOR_CANNOT, "platform", "it cannot encrypt", "TLS");
        }
    }

    private void refuse(RefusalCode code, String object, String found, String needed) {
        refusals.add(Refusal.of(code, object, found, needed, "ask for what can be done"));
    }
}
