package io.swiftcart.stack.services;

import io.swiftcart.stack.process.Health;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.nio.file.Path;
import java.util.Map;

/** One service process. It is ready when its own readiness says so. */
final class ServicePart implements Part {
    private final Replica replica;
    private final Shop.Wishes wishes;
    private final Path directory;
    private final Map<String, String> environment;

    ServicePart(
            Replica replica, Shop.Wishes wishes, Path directory, Map<String, String> environment) {
        this.replica = replica;
        this.wishes = wishes;
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return replica.name();
    }

    @Override
    public String address() {
        return replica.url();
    }

    @Override
    public Launch launch() {
        return Launch.of(wishes.form().command(replica.service(), wishes.checkout()), directory)
                .with(environment);
    }

    @Override
    public boolean ready() {
        return Health.answers(replica.management() + "/q/health/ready");
    }
}
