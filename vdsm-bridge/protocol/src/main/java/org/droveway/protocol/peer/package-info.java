/** Messages between the two agents of one migration. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.peer;
