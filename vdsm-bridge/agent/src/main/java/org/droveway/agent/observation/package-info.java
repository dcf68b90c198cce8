/** What the kernel says: interfaces, routes, sockets, bytes; and what was seen of a migration. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.observation;
