package org.droveway.agent.firewall;

import java.time.Duration;
import java.util.Collection;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;

/** The host's table {@code inet droveway}. Each call is one transaction of the kernel: done wholly or not at all. */
public interface Firewall {
    /**
     * Makes the table what the mode needs: none in observe, pinholes without a shut pool in assist, both in enforce.
     *
     * @throws FirewallException if the kernel refuses
     */
    void apply(HostMode mode);

    /** The mode last applied. */
    HostMode mode();

    /** The pool as read back from the kernel, not as remembered. */
    FirewallState state();

    /**
     * Lets new connections in until the timeout is over; for a pinhole that is there already, the timeout starts again.
     *
     * @param timeout whole seconds, at least one
     * @throws FirewallException if the kernel refuses or the mode has no table
     */
    void open(Pinhole pinhole, Duration timeout);

    /** Lets no new connection in; established ones go on. Not an error if it is shut already. */
    void shut(Pinhole pinhole);

    /** Shuts every pinhole but these: nobody holds the others. */
    void keepOnly(Collection<Pinhole> wanted);

    /** New connections let in to the port since the table was first made. */
    long accepted(int port);

    /** Connection attempts at pool ports that were answered with a reset since the table was first made. */
    long refused();

    /**
     * Makes the table anew if somebody removed or changed it.
     *
     * @return whether that was necessary
     */
    boolean repair();
}
