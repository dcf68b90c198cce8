/** The datacenter.cfg of each data center, in the database. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.datacentercfg.store;
