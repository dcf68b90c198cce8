/** Who else manages VMs of this host (rule 9): Pacemaker's configuration, agents of other managers that run. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.ownership;
