/** libvirt's control connection between the two hosts, through the agents, with what it may say restricted to one migration. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.relay;
