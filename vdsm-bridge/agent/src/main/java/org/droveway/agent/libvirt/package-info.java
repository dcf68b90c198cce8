/** The host's libvirt: the only package that touches org.libvirt and libvirt's C interface. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.libvirt;
