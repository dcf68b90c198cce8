package org.droveway.engine.datacentercfg.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of a data center's datacenter.cfg. */
@Entity
@Table(name = "datacenter_cfg")
class CfgEntity {
    @Id
    @Column(name = "data_center")
    String dataCenter = "";

    /** As it was imported. */
    byte[] content = {};
}
