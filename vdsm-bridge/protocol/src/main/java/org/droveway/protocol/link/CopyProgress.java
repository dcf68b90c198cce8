package org.droveway.protocol.link;

/**
 * How far the copy of the memory, or that of all disks, is; bytes and bytes/s.
 *
 * @param processedBytes sent; grows beyond the total when what was sent is written again
 * @param bytesPerSecond as libvirt measures it
 */
public record CopyProgress(long totalBytes, long processedBytes, long remainingBytes, long bytesPerSecond) {}
