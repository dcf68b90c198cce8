package org.droveway.agent.libvirt;

/** Whom QEMU runs as, by libvirt's own word: who must be able to open a disk. */
public record GuestOwner(int uid, int gid) {}
