/** The engine's side of the agent protocol: one WebSocket from each agent, mTLS, messages of the protocol module. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.agentlink;
