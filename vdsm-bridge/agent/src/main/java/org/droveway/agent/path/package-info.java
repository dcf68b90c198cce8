/** The way between two migration addresses: proved, measured and judged before libvirt is told anything (rule 6). */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.path;
