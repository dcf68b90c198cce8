package org.droveway.agent.libvirt;

/** One guest's hypervisor process. When it has ended, the guest cannot run on this host, whatever libvirt says or still has to do. */
public interface GuestProcess extends AutoCloseable {
    /** The process id on this host. */
    long pid();

    /** Blocks until the process has ended (true) or this is closed (false). One thread. */
    boolean awaitEnd();

    /** Never blocks; whoever waits stops waiting within half a second. */
    @Override
    void close();
}
