package io.swiftcart.stack.supervision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.AtomicFile;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.services.Replica;
import io.swiftcart.stack.services.Service;
import io.swiftcart.stack.services.Shop;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * {@code run.json}: where everything is, for programs. Written when all is ready and after each
 * restart of a process, always whole; readable by its owner only, since it holds development
 * passwords.
 */
final class RunFile {

    private final Layout layout;
    private final Shop shop;
    private final Instant startedAt;
    private final long readyAfterMillis;
    private final ObjectMapper json = new ObjectMapper();

    RunFile(Layout layout, Shop shop, Instant startedAt, long readyAfterMillis) {
        this.layout = layout;
        this.shop = shop;
        this.startedAt = startedAt;
        this.readyAfterMillis = readyAfterMillis;
    }

    synchronized void write(Map<String, Long> pids) throws IOException {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(content(pids));
        AtomicFile.write(layout.run(), text + "\n");
    }

    ObjectNode content(Map<String, Long> pids) {
        ObjectNode run = json.createObjectNode();
        run.put("gateway", shop.gateway());
        run.put("startedAt", startedAt.toString());
        run.put("readyAfterMillis", readyAfterMillis);
        services(run.putObject("services"), pids);
        ObjectNode postgres = run.putObject("postgres").put("url", shop.postgres().url());
        ArrayNode databases = postgres.putArray("databases");
        Service.databases().forEach(databases::add);
        postgres.put("pid", pids.get("postgres"));
        run.putObject("redis").put("url", shop.redis().address()).put("pid", pids.get("redis"));
        run.putObject("kafka")
                .put("bootstrap", shop.kafka().address())
                .put("pid", pids.get("kafka"));
        run.putObject("mail")
                .put("smtp", shop.mail().smtp())
                .put("ui", shop.mail().address())
                .put("pid", pids.get("mail"));
        run.putObject("identity").put("issuer", shop.issuer());
        run.putObject("paymentSandbox")
                .put("url", shop.sandbox().address())
                .put("pid", pids.get("paymentSandbox"))
                .put("apiKey", shop.sandbox().apiKey())
                .put("webhookSecret", shop.sandbox().webhookSecret());
        return run;
    }

    private void services(ObjectNode services, Map<String, Long> pids) {
        for (Replica replica : shop.replicas()) {
            ObjectNode service =
                    services.has(replica.service().id())
                            ? (ObjectNode) services.get(replica.service().id())
                            : services.putObject(replica.service().id())
                                    .put("url", replica.url())
                                    .put("management", replica.management());
            service.withArray("pids").add(pids.get(replica.name()));
        }
    }
}
