/** Plain libvirt hosts, each with an agent that does what is to be done there. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.platform.libvirt;
