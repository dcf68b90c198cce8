/** The engine's signed permission for one migration, redeemable once. */
@org.jspecify.annotations.NullMarked
package org.droveway.protocol.permit;
