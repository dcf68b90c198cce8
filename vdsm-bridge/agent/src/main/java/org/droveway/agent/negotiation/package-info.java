/** Whether this host takes the offered VM: pure, all reasons at once. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.negotiation;
