package org.droveway.engine.inventory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.droveway.engine.inventory.Cluster;

/** Row of a cluster. */
@Entity
@Table(name = "cluster")
class ClusterEntity {
    @Id
    String name = "";

    @Column(name = "data_center")
    String dataCenter = "";

    Cluster toRecord() {
        return new Cluster(name, dataCenter);
    }
}
