/** Files that are either whole and on disk, or not there. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.store;
