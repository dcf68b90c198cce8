/** Brings the database to the newest schema before Hibernate compares it with the entities. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.schema;
