/** What an agent reports about its host: NICs, VMs, certificates, firewall. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.host;
