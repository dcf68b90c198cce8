package org.droveway.agent.libvirt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.protocol.host.VmReport;
import org.jspecify.annotations.Nullable;

/** What Droveway needs from a host's libvirt. Every call may find the daemon gone: UNREACHABLE, and the next call tries anew. */
public interface Hypervisor {
    /** Versions of libvirt and QEMU. */
    HypervisorVersions versions() throws HypervisorException;

    /** Emulators and the machine types they know. */
    HypervisorAbilities abilities() throws HypervisorException;

    /** Every VM, running or not. */
    List<VmReport> vms() throws HypervisorException;

    /** State and reason; ABSENT if there is no such domain. */
    DomainStatus status(UUID vm) throws HypervisorException;

    /** Id of the domain of this name. */
    Optional<UUID> named(String name) throws HypervisorException;

    /** The live domain in the form that libvirt itself migrates. */
    String migratableXml(UUID vm) throws HypervisorException;

    /** What keeps the domain busy, or bound to this host, at this moment. */
    DomainActivity activity(UUID vm) throws HypervisorException;

    /**
     * QEMU's own reasons not to migrate the domain. libvirt marks a domain whose monitor it was asked to use: only for one that is about to
     * migrate.
     */
    List<String> blockers(UUID vm) throws HypervisorException;

    /** Names of libvirt's networks that are active. */
    Set<String> networks() throws HypervisorException;

    /** Whether the domain is defined, not only running. */
    boolean persistent(UUID vm) throws HypervisorException;

    /** Whether this host's hypervisor can run the guest CPU. */
    CpuMatch compareCpu(DomainDescription vm) throws HypervisorException;

    /** Blocks until the migration is over. Its failure alone says nothing about where the VM is: ask both hosts. */
    void migrate(MigrateCall call) throws HypervisorException;

    /** Sets QEMU's downtime limit of the running migration, ms. */
    void setMaxDowntime(UUID vm, int milliseconds) throws HypervisorException;

    /** Statistics of the running job. */
    JobStats jobStats(UUID vm) throws HypervisorException;

    /** Statistics of the migration that ended on this host; empty if libvirt kept none. */
    Optional<JobStats> completedJob(UUID vm) throws HypervisorException;

    /** Asks for the job's end; what came of it is in the migrate call's result and both domains' states. */
    void abortJob(UUID vm) throws HypervisorException;

    /** Switches the running migration to post-copy: from then on only the destination runs the guest. */
    void startPostCopy(UUID vm) throws HypervisorException;

    /** Interrupts post-copy on the source, so that it can go on over another connection. */
    void pausePostCopy(UUID vm) throws HypervisorException;

    /** Interrupts post-copy on the destination; libvirt has no word for that, QEMU itself is told. */
    void pauseIncomingPostCopy(UUID vm) throws HypervisorException;

    /** Lets a paused guest run. */
    void resume(UUID vm) throws HypervisorException;

    /** Ends the guest at once. */
    void destroy(UUID vm) throws HypervisorException;

    /** Forgets the definition of a domain that is off; its storage and NVRAM stay. */
    void undefine(UUID vm) throws HypervisorException;

    /** Whether QEMU itself says that its migration uses TLS credentials; null when it could not be asked. */
    @Nullable
    Boolean tlsCredentials(UUID vm);

    /** Hears every lifecycle event until closed; called on libvirt's event thread, which must not be held up. */
    Subscription onLifecycle(Consumer<LifecycleEvent> listener);

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
