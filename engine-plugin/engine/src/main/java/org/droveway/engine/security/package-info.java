/** Who may do what: tokens of people, certificates of hosts, permits of migrations. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.security;
