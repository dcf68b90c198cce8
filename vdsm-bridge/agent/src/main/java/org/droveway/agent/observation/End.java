package org.droveway.agent.observation;

/** Which end of a migration this host is. */
public enum End {
    SOURCE,
    DESTINATION
}
