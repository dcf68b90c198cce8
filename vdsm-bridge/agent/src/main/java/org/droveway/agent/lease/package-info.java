/** Ports and pinholes held for one migration each, on disk before they are used. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.lease;
