package org.droveway.agent.libvirt;

import org.libvirt.Connect;
import org.libvirt.Library;
import org.libvirt.LibvirtException;

/** libvirt's event loop, once per process and before the first connection; keepalive and events need it. */
final class EventLoop {
    private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

    private EventLoop() {}

    /** Returns when the loop is registered; it runs in a daemon thread until the process ends. */
    static void start() {
        Started.once();
    }

    private static void run() {
        try {
            Library.runEventLoop();
        } catch (LibvirtException e) {
            LOG.log(System.Logger.Level.ERROR, "libvirt's event loop ended: no event will come any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Class initialization is the lock. */
    private static final class Started {
        static {
            try {
                Connect.setErrorCallback(
                        (data, error) -> LOG.log(System.Logger.Level.DEBUG, "libvirt: " + error.message));
                Library.initEventLoop();
            } catch (LibvirtException e) {
                throw new IllegalStateException("libvirt's event loop cannot be registered", e);
            }
            Thread thread = new Thread(EventLoop::run, "libvirt-events");
            thread.setDaemon(true);
            thread.start();
        }

        private Started() {}

        static void once() {
            // Loading the class did it.
        }
    }
}
