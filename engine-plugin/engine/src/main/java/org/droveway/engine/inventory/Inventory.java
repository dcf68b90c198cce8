package org.droveway.engine.inventory;

import java.util.List;

/** Port to the platform: what exists. Answers come from what the platform last said; no call waits for a host. */
public interface Inventory {
    /** All hosts, by name; those that are down too, with their last report. */
    List<HostStatus> hosts();

    /** All VMs, by host and name; those of a host that is down in state unknown. See {@link InventoryChanges#vmsOf}. */
    List<Vm> vms();

    /** From now on every change is told to the listener, until the subscription is closed. */
    Subscription subscribe(InventoryListener listener);
}
