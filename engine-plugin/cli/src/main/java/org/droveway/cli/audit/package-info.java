/** Checks the chain of an exported audit, by code that shares nothing with the engine's. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.audit;
