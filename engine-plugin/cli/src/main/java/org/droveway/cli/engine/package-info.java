/** The REST API as drovectl sees it: calls, answers, errors. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.engine;
