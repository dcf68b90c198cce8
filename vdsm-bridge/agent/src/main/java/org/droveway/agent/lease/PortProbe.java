package org.droveway.agent.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** Whether anything on the host uses a port. */
interface PortProbe {
    boolean isFree(int port);

    /** Binds, never listens: nobody can connect to the probe. */
    static boolean bind(int port) {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(port));
            return true;
        } catch (java.net.BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find out whether port " + port + " is free", e);
        }
    }
}
