/** Proxmox's datacenter.cfg: every byte is kept, and the line that says the migration policy is understood. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.datacentercfg;
