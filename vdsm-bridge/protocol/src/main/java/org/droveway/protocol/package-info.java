/** Words shared by every message: refusals, security, states, and the one JSON dialect. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol;
