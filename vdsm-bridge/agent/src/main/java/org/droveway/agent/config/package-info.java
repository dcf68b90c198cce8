/** The one configuration file: typed, checked, every error at once. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.config;
