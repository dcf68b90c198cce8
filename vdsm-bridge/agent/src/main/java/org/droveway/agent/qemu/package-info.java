/** What QEMU binaries can, asked of themselves through QMP and remembered. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.qemu;
