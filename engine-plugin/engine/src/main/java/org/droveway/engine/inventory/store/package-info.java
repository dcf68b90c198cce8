/** What administrators decided about data centers, clusters, networks and hosts: entities, and the services that change them. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.inventory.store;
