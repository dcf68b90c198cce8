package org.droveway.cli.engine;

/** Place and hash of the newest entry of the audit; place 0: there is none. */
public record AuditHead(long sequence, String hash) {}
