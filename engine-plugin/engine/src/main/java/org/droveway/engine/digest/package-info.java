/** Digests by which files, tokens and audit entries are known again. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.digest;
