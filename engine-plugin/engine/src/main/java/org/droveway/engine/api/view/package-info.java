/** What the API answers: plain records, made from the engine's by pure functions. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.api.view;
