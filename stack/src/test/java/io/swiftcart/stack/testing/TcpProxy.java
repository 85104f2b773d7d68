package io.swiftcart.stack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A stretch of network between two neighbours that can be broken. */
public final class TcpProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private static final Duration DELAY = Duration.ofMillis(400);

    /** What may happen to what is sent. */
    public enum Fault {
        NONE,
        /** Everything takes 400 ms more, each way. */
        DELAY,
        /** Connections are reset, and so is whoever connects anew. */
        RESET,
        /**
         * Nothing comes through and nothing is closed; a connection that was silenced stays so for
         * good.
         */
        HALF_OPEN,
        /** What is asked comes through; instead of the answer comes a reset. */
        DROP_ANSWER
    }

    private final ServerSocket door;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Supplier<Fault> fault;

    /** {@code target}: the port behind, asked at each connection. */
    public TcpProxy(IntSupplier target) {
        this(target, () -> Fault.NONE);
    }

    /** {@code fault}: asked at each connection and each piece that passes. */
    public TcpProxy(IntSupplier target, Supplier<Fault> fault) {
        this.target = target;
        this.fault = fault;
        try {
            door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        threads.execute(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void is(Fault now) {
        fault = () -> now;
        if (now == Fault.RESET) {
            open.forEach(TcpProxy::reset);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                threads.execute(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        open.add(near);
        if (fault.get() == Fault.RESET) {
            end(near);
            return;
        }
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
            open.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            threads.execute(() -> pass(far, near, true));
            pass(near, far, false);
        } catch (IOException | IllegalStateException nobodyThere) {
            end(near);
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        byte[] chunk = new byte[CHUNK];
        boolean silenced = false;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Fault now = fault.get();
                silenced |= now == Fault.HALF_OPEN;
                if (now == Fault.RESET || answer && now == Fault.DROP_ANSWER) {
                    break;
                }
                if (now == Fault.DELAY) {
                    LockSupport.parkNanos(DELAY.toNanos());
                }
                if (!silenced) {
                    out.write(chunk, 0, read);
                }
            }
        } catch (IOException ended) {
            // As the connection did, the other side ends below.
        }
        end(from);
        if (!silenced) {
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        reset(socket);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // Which was wanted.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        open.forEach(TcpProxy::reset);
        threads.shutdownNow();
    }
}
