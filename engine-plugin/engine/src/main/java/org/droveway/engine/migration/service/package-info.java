/** Carries migrations out: asked for, persisted, commanded, followed, reconciled. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.migration.service;
