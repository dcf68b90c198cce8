/** The process on each host: wires its parts together and nothing else. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent;
