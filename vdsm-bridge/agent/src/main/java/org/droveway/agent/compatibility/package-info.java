/** Which pairs of hosts can do what: rules as data, each with its reason; pure. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.compatibility;
