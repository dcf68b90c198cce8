/** How a host gets its certificates. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.enrol;
