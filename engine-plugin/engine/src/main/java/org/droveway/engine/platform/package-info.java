/** Connectors: each implements the two ports, Inventory and MigrationExecutor, for one platform. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.platform;
