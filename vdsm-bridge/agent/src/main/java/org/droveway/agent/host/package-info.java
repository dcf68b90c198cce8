/** What this host's files say that libvirt does not tell: configuration, hugepages, page faults. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.host;
