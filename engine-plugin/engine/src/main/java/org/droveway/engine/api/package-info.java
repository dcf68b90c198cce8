/** REST resources, problem details and the event stream: docs/api.md in Java. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.api;
