/** The event stream: everything there is, then every change. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.api.events;
