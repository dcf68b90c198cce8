/** Follows a migration to its end. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.waiting;
