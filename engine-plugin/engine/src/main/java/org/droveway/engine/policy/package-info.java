/** What an administrator may say about migrations, how it is written, and what is in force in the end. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.policy;
