/** H2 and a real PostgreSQL 15 to test on, and the engine's stores on them without a server. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.database;
