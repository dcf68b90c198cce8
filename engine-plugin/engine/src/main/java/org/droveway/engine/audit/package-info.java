/** Who did what, when, from where and with what outcome: entries, each chained to the one before by a hash. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.audit;
