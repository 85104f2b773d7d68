package io.swiftcart.stack.services;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Ports;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.parts.MailPart;
import io.swiftcart.stack.parts.RedisPart;
import io.swiftcart.stack.parts.SandboxPart;
import io.swiftcart.stack.parts.kafka.KafkaPart;
import io.swiftcart.stack.parts.postgres.PostgresPart;
import io.swiftcart.stack.process.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plan of one whole shop: which processes, on which ports, with which configuration. Planning
 * starts nothing; a port that is taken is an error here, before anything runs.
 */
public final class Shop {

    private final PostgresPart postgres;
    private final RedisPart redis;
    private final KafkaPart kafka;
    private final MailPart mail;
    private final SandboxPart sandbox;
    private final List<Replica> replicas;
    private final List<Part> services;
    private final int gatewayPort;
    private final String issuer;

    private Shop(Layout layout, Secrets secrets, Ports ports, Wishes wishes) {
        gatewayPort = ports.exactly("gateway", wishes.gatewayPort());
        int redisPort = ports.of("redis");
        postgres =
                new PostgresPart(layout, secrets, ports.of("postgres"), Service.databases(), true);
        redis = new RedisPart(layout, redisPort);
        kafka = new KafkaPart(layout, secrets, ports.of("kafka"), ports.of("kafka.controller"));
        mail = new MailPart(layout, ports.of("mail.smtp"), ports.of("mail"));
        String webhooks = "http://localhost:" + gatewayPort + "/api/v1/webhooks/stripe";
        sandbox = new SandboxPart(layout, secrets, ports.of("paymentSandbox"), webhooks);
        replicas = replicas(ports, gatewayPort, wishes.replicas());
        issuer = "http://localhost:" + ports.of(Service.ACCOUNT.id());
        ServiceEnvironment environment =
                new ServiceEnvironment(
                        new ServiceEnvironment.Parts(postgres, kafka, mail, sandbox, issuer),
                        Integer.toString(redisPort),
                        replicas,
                        secrets);
        services =
                replicas.stream()
                        .<Part>map(
                                replica ->
                                        new ServicePart(
                                                replica,
                                                wishes,
                                                layout.root(),
                                                environment.of(replica)))
                        .toList();
    }

    /**
     * What the user may choose. {@code replicas}: how many processes by service (0 to leave it
     * out), one by default.
     */
    public record Wishes(
            Path checkout, int gatewayPort, Map<Service, Integer> replicas, Form form) {}

    public static Shop plan(Layout layout, Secrets secrets, Ports ports, Wishes wishes) {
        if (wishes.replicas().getOrDefault(Service.GATEWAY, 1) > 1) {
            throw new StackFailure("The gateway has one process: it is the one public address.");
        }
        return new Shop(layout, secrets, ports, wishes);
    }

    /** What services cannot start without. */
    public List<Part> stores() {
        return List.of(postgres, kafka, redis);
    }

    /** What services use later. */
    public List<Part> neighbours() {
        return List.of(mail, sandbox);
    }

    public List<Part> services() {
        return services;
    }

    public List<Replica> replicas() {
        return replicas;
    }

    public PostgresPart postgres() {
        return postgres;
    }

    public RedisPart redis() {
        return redis;
    }

    public KafkaPart kafka() {
        return kafka;
    }

    public MailPart mail() {
        return mail;
    }

    public SandboxPart sandbox() {
        return sandbox;
    }

    /** The first replica of account: its address is the name of the issuer in tokens. */
    public String issuer() {
        return issuer;
    }

    /** The public address. */
    public String gateway() {
        return "http://localhost:" + gatewayPort;
    }

    private static List<Replica> replicas(
            Ports ports, int gatewayPort, Map<Service, Integer> counts) {
        List<Replica> all = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int number = 1; number <= counts.getOrDefault(service, 1); number++) {
                String name = number == 1 ? service.id() : service.id() + "-" + number;
                int port = service == Service.GATEWAY ? gatewayPort : ports.of(name);
                all.add(new Replica(service, name, port, ports.of(name + ".management")));
            }
        }
        return List.copyOf(all);
    }
}
