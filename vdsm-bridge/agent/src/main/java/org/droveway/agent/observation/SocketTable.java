package org.droveway.agent.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The TCP sockets of this thread's network namespace. */
interface SocketTable {
    List<TcpSocket> list();

    static List<TcpSocket> ofKernel() {
        try {
            return SocketDiag.list();
        } catch (IOException e) {
            System.getLogger(SocketTable.class.getName())
                    .log(System.Logger.Level.DEBUG, "no sock_diag, so sockets are listed without their bytes", e);
            return ofProc();
        }
    }

    /** Without bytes: for a kernel that was built without sock_diag. */
    static List<TcpSocket> ofProc() {
        List<TcpSocket> sockets = new ArrayList<>();
        for (String name : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc/thread-self/net", name);
            try {
                if (Files.exists(file)) {
                    sockets.addAll(TcpSocket.parse(Files.readAllLines(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return sockets;
    }
}
