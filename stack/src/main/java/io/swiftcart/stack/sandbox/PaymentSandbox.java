package io.swiftcart.stack.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.swiftcart.stack.sandbox.ledger.Ledger;
import io.swiftcart.stack.sandbox.stripe.PaymentIntents;
import io.swiftcart.stack.sandbox.stripe.Refunds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** One running sandbox: its ledger, its HTTP server on the loopback address and its webhooks. */
public final class PaymentSandbox implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Ledger ledger;
    private final @Nullable Webhooks webhooks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    static {
        // Without it each answer waits for the client's delayed acknowledgement: 40 ms on a
        // loopback.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A client that reuses a connection just as it is closed cannot tell whether it was heard:
        // close late.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    }

    private PaymentSandbox(SandboxOptions options, HttpServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
        Clock clock = Clock.systemUTC();
        Faults faults = new Faults();
        URI webhookUrl = options.webhookUrl();
        webhooks =
                webhookUrl == null
                        ? null
                        : new Webhooks(ledger, faults, clock, webhookUrl, options.webhookSecret());
        StripeEndpoint stripe =
                new StripeEndpoint(
                        ledger,
                        new PaymentIntents(ledger, clock),
                        new Refunds(ledger, clock),
                        faults,
                        clock,
                        webhooks);
        server.createContext("/", new Door(options.apiKey(), stripe, faults));
        server.setExecutor(threads);
    }

    /**
     * Opens the ledger, then the port, then resumes webhooks that were left behind.
     *
     * @throws IOException if the port is taken
     */
    public static PaymentSandbox start(SandboxOptions options) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()),
                        BACKLOG);
        Ledger ledger;
        try {
            ledger = new Ledger(options.data());
        } catch (RuntimeException e) {
            server.stop(0);
            throw e;
        }
        PaymentSandbox sandbox = new PaymentSandbox(options, server, ledger);
        server.start();
        if (sandbox.webhooks != null) {
            sandbox.webhooks.resume();
        }
        return sandbox;
    }

    /** The base address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (webhooks != null) {
            webhooks.close();
        }
        ledger.close();
    }
}
