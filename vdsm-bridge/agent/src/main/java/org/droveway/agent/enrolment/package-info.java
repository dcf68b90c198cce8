/** How a host with a token becomes one of the engine's. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.enrolment;
