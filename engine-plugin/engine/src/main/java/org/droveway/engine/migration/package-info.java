/** One move of a VM: request, plan, permit, states, verdict, and the port to the platform that carries it out. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.migration;
