package org.droveway.cli.engine;

/** The address that a host uses on a network, settled by a person. */
public record Pin(String network, String address) {}
