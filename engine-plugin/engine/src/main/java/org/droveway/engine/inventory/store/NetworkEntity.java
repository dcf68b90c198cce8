package org.droveway.engine.inventory.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.Network;

/** Row of a logical network. */
@Entity
@Table(name = "network")
class NetworkEntity {
    @Id
    String name = "";

    String cidr = "";

    int mtu;

    Network toRecord() {
        return new Network(name, Cidr.parseNetwork(cidr), mtu);
    }
}
