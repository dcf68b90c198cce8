/** The connection between the two agents of a migration: mTLS on the management address, framed JSON. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.peer;
