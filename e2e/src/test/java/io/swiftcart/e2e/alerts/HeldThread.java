package io.swiftcart.e2e.alerts;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Threads of another JVM that stand where they are, as after a deadlock, until they are let go. */
final class HeldThread implements Ending {
    private final VirtualMachine machine;
    private final List<ThreadReference> threads;

    private HeldThread(VirtualMachine machine, List<ThreadReference> threads) {
        this.machine = machine;
        this.threads = threads;
    }

    /** The option that makes a JVM one whose threads can be held. */
    static String heldAt(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    }

    /** Holds all threads whose names begin so; fails if there are none. */
    static HeldThread named(String prefix, int port)
            throws IOException, IllegalConnectorArgumentsException {
        AttachingConnector connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> where = connector.defaultArguments();
        where.get("hostname").setValue("127.0.0.1");
        where.get("port").setValue(Integer.toString(port));
        VirtualMachine machine = connector.attach(where);
        List<ThreadReference> threads =
                machine.allThreads().stream()
                        .filter(thread -> thread.name().startsWith(prefix))
                        .toList();
        if (threads.isEmpty()) {
            machine.dispose();
            throw new AssertionError("no thread is named " + prefix);
        }
        threads.forEach(ThreadReference::suspend);
        return new HeldThread(machine, threads);
    }

    @Override
    public void end() {
        threads.forEach(ThreadReference::resume);
        machine.dispose();
    }
}
