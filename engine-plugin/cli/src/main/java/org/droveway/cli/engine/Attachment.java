package org.droveway.cli.engine;

import java.util.List;

/** One end of the attachment of a network to a cluster, named after the other: its roles there. */
public record Attachment(String name, List<String> roles, boolean required) {}
