package org.droveway.agent.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Source side: the unix socket that the local libvirtd takes for the destination's. Lives as long as the migration; what connects is
 * forwarded byte for byte, the destination agent decides what passes.
 */
public final class RelaySocket implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RelaySocket.class.getName());
    private static final int CHUNK = 16 << 10;

    /** Opens a connection to the destination agent that is ready for libvirt's bytes. */
    public interface Opener {
        Duplex open() throws IOException;
    }

    private final Path path;
    private final ServerSocketChannel listener;
    private final Opener opener;
    private final Executor executor;
    private final Set<Duplex> live = ConcurrentHashMap.newKeySet();

    private RelaySocket(Path path, ServerSocketChannel listener, Opener opener, Executor executor) {
        this.path = path;
        this.listener = listener;
        this.opener = opener;
        this.executor = executor;
    }

    /**
     * Listens; the folder is made open to its owner alone, so the socket is never anybody else's, not even for a moment.
     *
     * @param executor gives each connection two threads
     */
    public static RelaySocket listen(Path path, Opener opener, Executor executor) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.deleteIfExists(path);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        RelaySocket socket = new RelaySocket(path, listener, opener, executor);
        executor.execute(socket::acceptAll);
        return socket;
    }

    /** Removes the sockets that a killed agent left; nobody listens on them. */
    public static void removeLeftOvers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder, "*.sock")) {
            for (Path socket : sockets) {
                Files.deleteIfExists(socket);
            }
        }
    }

    @Override
    public void close() {
        Quietly.close(listener);
        live.forEach(Quietly::close);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot remove " + path + ": " + e.getMessage());
        }
    }

    private void acceptAll() {
        while (listener.isOpen()) {
            try {
                SocketChannel accepted = listener.accept();
                executor.execute(() -> forward(new UnixDuplex(accepted)));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, path + " listens no more: " + e.getMessage());
                return;
            }
        }
    }

    private void forward(Duplex libvirtd) {
        live.add(libvirtd);
        try (libvirtd;
                Duplex peer = opener.open()) {
            live.add(peer);
            executor.execute(() -> pump(peer, libvirtd));
            pump(libvirtd, peer);
            live.remove(peer);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "control connection of " + path.getFileName() + ": " + e.getMessage());
        } finally {
            live.remove(libvirtd);
        }
    }

    /** Moves bytes until either end is done, then ends both. */
    private static void pump(Duplex from, Duplex to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.in();
            OutputStream out = to.out();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "control connection ends: " + e.getMessage());
        }
    }
}
