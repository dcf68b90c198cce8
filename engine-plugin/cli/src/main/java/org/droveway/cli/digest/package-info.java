/** Digests as the engine writes them. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.digest;
