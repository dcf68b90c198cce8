/** One class for each noun of the command line. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.command;
