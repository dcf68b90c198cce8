/** The report of everything the agent knows about its host. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.inventory;
