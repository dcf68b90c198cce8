/** What was seen on wire and host during a migration. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.observe;
