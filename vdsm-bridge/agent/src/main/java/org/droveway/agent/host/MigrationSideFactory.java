package org.droveway.agent.host;

/** Makes the migrations' half. */
public interface MigrationSideFactory {
    MigrationSide create(HostParts host);
}
