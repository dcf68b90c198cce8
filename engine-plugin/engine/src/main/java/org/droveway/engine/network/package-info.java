/** Which network a migration travels on, and which address each host has there. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.network;
