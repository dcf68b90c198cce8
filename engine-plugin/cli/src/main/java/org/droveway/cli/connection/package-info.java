/** Where the engine is, who calls, and whom to trust. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.connection;
