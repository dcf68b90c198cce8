/** A small data center to test with, and ways to change it. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.sample;
