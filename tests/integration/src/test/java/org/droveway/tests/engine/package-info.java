/** The engine in its server: what only shows there. */
@org.jspecify.annotations.NullMarked
package org.droveway.tests.engine;
