package org.droveway.engine.migration.store;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** From one host to another. */
@Embeddable
record PathKey(String source, String destination) implements Serializable {}
