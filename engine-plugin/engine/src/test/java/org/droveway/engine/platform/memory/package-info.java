/** A platform without libvirt: hosts and VMs are entries in a map, and VMs move by changing them. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.platform.memory;
