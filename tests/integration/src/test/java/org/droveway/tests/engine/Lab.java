package org.droveway.tests.engine;

/** A data center with a cluster and a migration network, made if it is not there. */
record Lab(Engine administrator) {
    static final String DATA_CENTER = "lab";
    static final String CLUSTER = "lab";

    void create() {
        if (administrator.call("GET", "/clusters/" + CLUSTER).status() == 200) {
            return;
        }
        administrator.call("POST", "/datacenters", "{\"name\":\"lab\"}");
        administrator.call("POST", "/clusters", "{\"name\":\"lab\",\"datacenter\":\"lab\"}");
        administrator.call("POST", "/networks", "{\"name\":\"migration\",\"cidr\":\"10.62.0.0/24\",\"mtu\":1500}");
        administrator.call("PUT", "/clusters/lab/networks/migration", "{\"required\":true}");
        administrator.call("PUT", "/clusters/lab/networks/migration/roles/migration");
        administrator.call("PUT", "/datacenters/lab/migration", "{\"migration\":\"secure\"}");
    }

    /** A token that lets hosts join. */
    String enrolmentToken() {
        return enrolmentToken(administrator, CLUSTER);
    }

    /** A token that lets hosts join this cluster. */
    static String enrolmentToken(Engine administrator, String cluster) {
        return administrator.token("{\"role\":\"enrolment\",\"cluster\":\"%s\",\"ttl\":\"PT1H\"}".formatted(cluster));
    }
}
