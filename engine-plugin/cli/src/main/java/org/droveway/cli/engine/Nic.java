package org.droveway.cli.engine;

import java.util.List;

/** A network interface of a host; MTU in bytes, addresses with prefix length. */
public record Nic(String name, boolean up, int mtu, List<String> addresses) {}
