/** The table {@code inet droveway}: shut pool, pinholes, counters, first bytes of streams; through libnftables. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.firewall;
