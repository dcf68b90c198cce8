/** Messages between engine and agent, over the mTLS WebSocket that the agent dials. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.link;
