package org.droveway.agent.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A process by pidfd_open(2): unlike a number it never comes to mean another process. */
final class Pidfd implements GuestProcess {
    /** The same on every architecture that Linux added since 2019 numbers them alike; older glibc has no wrapper. */
    private static final long SYS_PIDFD_OPEN = 434;

    private static final short POLLIN = 1;
    private static final int EINTR = 4;
    private static final int LOOK_UP_MS = 500;

    static {
        Native.register(Pidfd.class, "c");
    }

    private final long pid;
    private final int descriptor;
    private boolean waiting;
    private boolean released;
    private volatile boolean closed;

    private Pidfd(long pid, int descriptor) {
        this.pid = pid;
        this.descriptor = descriptor;
    }

    private static native NativeLong syscall(NativeLong number, NativeLong pid, NativeLong flags)
            throws LastErrorException;

    private static native int poll(byte[] polled, NativeLong count, int milliseconds) throws LastErrorException;

    private static native int close(int descriptor);

    /** @throws IOException if there is no such process, or the kernel is older than 5.3 */
    static Pidfd open(long pid) throws IOException {
        try {
            NativeLong opened = syscall(new NativeLong(SYS_PIDFD_OPEN), new NativeLong(pid), new NativeLong(0));
            return new Pidfd(pid, opened.intValue());
        } catch (LastErrorException e) {
            throw new IOException("process " + pid + " cannot be watched: " + e.getMessage(), e);
        }
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean awaitEnd() {
        synchronized (this) {
            waiting = true;
        }
        try {
            while (!closed) {
                if (ended()) {
                    return true;
                }
            }
            return false;
        } finally {
            synchronized (this) {
                waiting = false;
                release();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    /** A descriptor that somebody polls is not closed under him: its number could be another file's by then. */
    private synchronized void release() {
        if (closed && !waiting && !released) {
            released = true;
            close(descriptor);
        }
    }

    private boolean ended() {
        ByteBuffer polled = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        polled.putInt(descriptor).putShort(POLLIN);
        try {
            return poll(polled.array(), new NativeLong(1), LOOK_UP_MS) > 0;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EINTR) {
                return false;
            }
            throw new IllegalStateException("poll of the descriptor of process " + pid + ": " + e.getMessage(), e);
        }
    }
}
