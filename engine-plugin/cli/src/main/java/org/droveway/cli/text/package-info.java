/** Turns answers into text for people: tables, details, progress. */
@org.jspecify.annotations.NullMarked
package org.droveway.cli.text;
