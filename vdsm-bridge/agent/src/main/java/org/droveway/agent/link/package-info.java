/** The WebSocket to the engine: greeting, reports, events until acknowledged, commands. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.link;
