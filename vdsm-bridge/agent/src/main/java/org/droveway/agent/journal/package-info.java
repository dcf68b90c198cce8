/** What must survive a crash: events the engine has not stored yet, and permits that were redeemed. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.journal;
