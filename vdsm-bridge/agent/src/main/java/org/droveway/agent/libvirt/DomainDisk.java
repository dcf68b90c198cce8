package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

/**
 * A disk with a source.
 *
 * @param type libvirt's disk type: file, block, network, …
 * @param format of the image as the domain names it; raw where it names none
 * @param source path, or protocol and name of a network disk
 */
public record DomainDisk(String target, String type, String source, String format, boolean readOnly) {
    public DomainDisk {
        requireNonNull(target, "target");
        requireNonNull(type, "type");
        requireNonNull(source, "source");
        requireNonNull(format, "format");
    }
}
