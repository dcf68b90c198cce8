/** Migrations in the database. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.migration.store;
