package org.droveway.cli.engine;

import java.util.List;

/** Hosts between which VMs may move, and the networks that join them. */
public record Cluster(String name, String datacenter, List<String> hosts, List<Attachment> networks) {}
