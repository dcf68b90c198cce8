/** Which host a VM may go to and which is best: filters with reasons, and weighers. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.scheduling;
