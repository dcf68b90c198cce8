package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One difference between what the platform said before and what it says now. */
public sealed interface InventoryChange {
    /** A host is new or differs. */
    record HostChanged(HostStatus host) implements InventoryChange {
        public HostChanged {
            requireNonNull(host, "host");
        }
    }

    /** A host is no longer part of the platform. */
    record HostRemoved(String host) implements InventoryChange {
        public HostRemoved {
            requireNonNull(host, "host");
        }
    }

    /** A VM is new on its host or differs. */
    record VmChanged(Vm vm) implements InventoryChange {
        public VmChanged {
            requireNonNull(vm, "vm");
        }
    }

    /** A VM is no longer on this host; it may be on another. */
    record VmRemoved(String host, UUID vm) implements InventoryChange {
        public VmRemoved {
            requireNonNull(host, "host");
            requireNonNull(vm, "vm");
        }
    }
}
