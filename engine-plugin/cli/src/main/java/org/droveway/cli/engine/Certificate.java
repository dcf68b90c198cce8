package org.droveway.cli.engine;

import java.time.Instant;

/** A certificate in use on a host; ours: issued by Droveway. */
public record Certificate(String purpose, String subject, Instant notAfter, boolean ours) {}
