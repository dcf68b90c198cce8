package org.droveway.agent.libvirt;

import java.util.function.Consumer;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** One connection to libvirtd that is opened anew when the daemon was gone. */
final class LibvirtLink implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LibvirtLink.class.getName());
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVE_COUNT = 3;

    /** Something done with the connection. */
    interface Operation<T> {
        T apply(Connect connect) throws LibvirtException;
    }

    private final String uri;
    private final Consumer<Connect> opened;
    private @Nullable Connect connect;

    /**
     * Opens nothing yet.
     *
     * @param opened told of every new connection, to subscribe to events
     */
    LibvirtLink(String uri, Consumer<Connect> opened) {
        this.uri = uri;
        this.opened = opened;
        EventLoop.start();
    }

    /** Does something; a daemon that was restarted since is connected to again first. */
    <T> T call(String attempted, Operation<T> operation) throws HypervisorException {
        Connect current = open();
        try {
            return operation.apply(current);
        } catch (LibvirtException e) {
            throw LibvirtErrors.wrap(attempted, e, alive(current));
        }
    }

    /** Connects if the daemon was gone; throws UNREACHABLE if it still is. */
    synchronized Connect open() throws HypervisorException {
        Connect current = connect;
        if (current != null && alive(current)) {
            return current;
        }
        release(current);
        connect = null;
        try {
            Connect fresh = new Connect(uri);
            keepAlive(fresh);
            opened.accept(fresh);
            connect = fresh;
            LOG.log(System.Logger.Level.INFO, "connected to libvirt at " + uri);
            return fresh;
        } catch (LibvirtException e) {
            throw new HypervisorException(
                    Kind.UNREACHABLE, "libvirt at " + uri + " does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        release(connect);
        connect = null;
    }

    private static void keepAlive(Connect fresh) {
        try {
            fresh.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
        } catch (LibvirtException e) {
            // The test driver has none; its connection cannot hang either.
            LOG.log(System.Logger.Level.DEBUG, "no keepalive: " + e.getMessage());
        }
    }

    private static boolean alive(Connect connect) {
        try {
            return connect.isAlive();
        } catch (LibvirtException e) {
            LOG.log(System.Logger.Level.DEBUG, "connection is not alive: " + e.getMessage());
            return false;
        }
    }

    private static void release(@Nullable Connect old) {
        if (old != null) {
            try {
                old.close();
            } catch (LibvirtException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing a dead connection: " + e.getMessage());
            }
        }
    }
}
