/** One move of one VM, from either end: what to do is pure, doing it is thin. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.migration;
