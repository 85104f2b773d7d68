package io.swiftcart.cart;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.testing.TcpProxy;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import java.util.Map;

/** The wire between the service and Redis, which a test can break and mend. */
public class RedisWire implements QuarkusTestResourceLifecycleManager {
    /** A system property, because tests live in another class loader. */
    private static final String FAULT = "swiftcart.test.redis.fault";

    private TcpProxy proxy;

    @Override
    public Map<String, String> start() {
        int redis = Integer.getInteger("swiftcart.stack.REDIS_TLS_PORT");
        proxy =
                new TcpProxy(
                        () -> redis,
                        () -> Fault.valueOf(System.getProperty(FAULT, Fault.NONE.name())));
        return Map.of("quarkus.redis.hosts", "rediss://127.0.0.1:" + proxy.port());
    }

    @Override
    public void stop() {
        proxy.close();
    }

    static void is(Fault fault) {
        System.setProperty(FAULT, fault.name());
    }
}
