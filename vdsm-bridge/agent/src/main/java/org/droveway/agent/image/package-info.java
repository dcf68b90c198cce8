/** Disk images as files on this host: what they are, made, found again, removed. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.image;
