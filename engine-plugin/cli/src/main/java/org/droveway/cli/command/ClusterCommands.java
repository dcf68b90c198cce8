package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.Cluster;
import org.droveway.cli.text.InventoryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl cluster …}. */
@Command(name = "cluster", description = "Clusters: hosts between which VMs may move.")
public final class ClusterCommands {
    private final Session session;

    /** Commands of a session. */
    public ClusterCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists clusters with their hosts and migration network.",
            footer = {"", "Example:", "  drovectl cluster list"})
    void list() {
        var clusters = session.engine().clusters();
        session.print(clusters, () -> InventoryText.clusters(clusters));
    }

    @Command(
            description = "Shows one cluster.",
            footer = {"", "Example:", "  drovectl cluster show lab -o json"})
    void show(@Parameters(paramLabel = "CLUSTER", description = "Cluster.") String name) {
        print(session.engine().cluster(name));
    }

    @Command(
            description = "Makes a cluster.",
            footer = {"", "Example:", "  drovectl cluster create lab --datacenter lab"})
    void create(
            @Parameters(paramLabel = "CLUSTER", description = "Its name.") String name,
            @Option(
                            names = "--datacenter",
                            required = true,
                            paramLabel = "DC",
                            description = "Data center that it belongs to.")
                    String dataCenter) {
        session.engine().createCluster(name, dataCenter);
        print(session.engine().cluster(name));
    }

    @Command(
            description = "Removes a cluster that has no hosts.",
            footer = {"", "Example:", "  drovectl cluster remove lab"})
    void remove(@Parameters(paramLabel = "CLUSTER", description = "Cluster.") String name) {
        session.engine().removeCluster(name);
        session.tell("cluster " + name + " removed");
    }

    private void print(Cluster cluster) {
        session.print(cluster, () -> InventoryText.cluster(cluster));
    }
}
