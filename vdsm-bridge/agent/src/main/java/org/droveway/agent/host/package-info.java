/** Where the two halves of the agent meet: the host with its firewall and link, and the migrations that use them. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.host;
