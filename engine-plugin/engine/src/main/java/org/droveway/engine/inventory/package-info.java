/** What there is: data centers, clusters, networks, hosts and VMs at one moment, and the port to the platform that knows. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.inventory;
