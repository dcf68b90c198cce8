package org.droveway.cli.engine;

import java.util.List;

/**
 * A logical network.
 *
 * @param mtu in bytes
 * @param roles union of the roles in all clusters
 */
public record Network(String name, String cidr, int mtu, List<String> roles, List<Attachment> clusters) {}
