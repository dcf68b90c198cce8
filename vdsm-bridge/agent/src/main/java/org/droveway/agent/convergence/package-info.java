/** Whether a copy of memory that is written meanwhile comes to an end: samples in, forecast and decision out; no clock, no I/O. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.convergence;
