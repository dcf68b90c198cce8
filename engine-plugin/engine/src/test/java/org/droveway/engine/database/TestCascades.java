package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.store.AuditLog;
import org.droveway.engine.datacentercfg.DatacenterCfg;
import org.droveway.engine.datacentercfg.store.CfgFiles;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.engine.inventory.store.Statements;
import org.droveway.engine.security.Rights;
import org.droveway.engine.security.Role;
import org.droveway.engine.security.TokenOrder;
import org.droveway.engine.security.Tokens;
import org.droveway.protocol.Security;
import org.junit.jupiter.api.Test;

/** What goes with something else is told of as if it had been removed by itself. */
class TestCascades extends OnEachDatabase {
    private static final NewStatement SECURE = new NewStatement(
            new PolicyStatement(Security.SECURE, null, null, null, null, null, null, null), "test", null, false);
    private static final NewStatement SLOW =
            new NewStatement(new PolicyStatement(null, 100L, null, null, null, null, null, null), "test", null, false);

    @Test
    void whatGoesWithAClusterIsToldOf() {
        stores.get(Statements.class).setOfCluster("lab", SECURE, null);
        String token = stores.get(Tokens.class)
                .create(new TokenOrder("joins", Rights.of(Role.ENROLMENT, List.of()), null, "lab", null))
                .token()
                .id()
                .toString();
        for (String host : List.of("h1", "h2", "h3")) {
            stores.get(Hosts.class).remove(host);
        }
        stores.get(Clusters.class).remove("lab");
        assertThat(removed())
                .contains(
                        "policy statement CLUSTER/lab",
                        "token " + token,
                        "cluster network lab/management",
                        "cluster network lab/migration",
                        "cluster lab");
    }

    @Test
    void whatGoesWithADataCenterIsToldOf() {
        stores.get(DataCenters.class).create("other");
        stores.get(Statements.class).setOfDataCenter("other", SLOW, null);
        byte[] file = "keyboard: de\n".getBytes(StandardCharsets.UTF_8);
        stores.get(CfgFiles.class).replace("other", DatacenterCfg.parse(file), null);
        stores.get(DataCenters.class).remove("other");
        assertThat(removed()).contains("policy statement DATA_CENTER/other", "cfg other", "data center other");
    }

    @Test
    void thePinsOfAHostAreToldWithIt() {
        stores.get(Hosts.class).pin("h2", "migration", "10.62.0.12");
        stores.get(Hosts.class).remove("h2");
        assertThat(newest().get(0).before()).contains("\"pins\":[", "10.62.0.12");
    }

    /** Whoever adds another one says here, and by an observer of ObjectRemoving, that it does not go unseen. */
    @Test
    void noOtherTablesLoseRowsByThemselves() {
        assertThat(stores.count("select count(*) from information_schema.referential_constraints"
                        + " where delete_rule = 'CASCADE' and lower(constraint_schema) = 'public'"))
                .isEqualTo(8L);
    }

    private static List<String> removed() {
        return newest().stream()
                .filter(entry -> entry.action() == Action.REMOVE)
                .map(Entry::object)
                .toList();
    }

    private static List<Entry> newest() {
        return stores.get(AuditLog.class).list(AuditLog.Filter.ALL, 20);
    }
}
