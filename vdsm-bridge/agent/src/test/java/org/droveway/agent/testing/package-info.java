/** What several tests need. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.testing;
