/** Writes audit entries in the transaction of the change that they tell of, and reads them. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.audit.store;
