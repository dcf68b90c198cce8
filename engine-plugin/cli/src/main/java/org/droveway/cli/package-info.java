/** drovectl: the admin's command line, a client of the REST API. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli;
