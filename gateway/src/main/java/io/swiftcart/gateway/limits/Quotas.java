package io.swiftcart.gateway.limits;

import io.swiftcart.gateway.RouteClass;
import io.swiftcart.gateway.Sender;
import io.swiftcart.gateway.limits.LimitsConfig.Amount;
import io.swiftcart.gateway.limits.LimitsConfig.OfClass;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which quota counts a request: of its route class, else of its client, else of its kind. */
@Singleton
class Quotas {
    private final Map<Sender.Kind, Optional<Quota>> ofKinds = new EnumMap<>(Sender.Kind.class);
    private final Map<String, Optional<Quota>> ofClients;
    private final Map<RouteClass, Map<Sender.Kind, Optional<Quota>>> ofClasses;

    Quotas(LimitsConfig config) {
        ofKinds.put(Sender.Kind.USER, quota("user", config.user()));
        ofKinds.put(Sender.Kind.ANONYMOUS, quota("anonymous", config.anonymous()));
        ofKinds.put(Sender.Kind.CLIENT, quota("client", config.client()));
        ofClients =
                config.clients().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        client -> quota("client", client.getValue())));
        ofClasses =
                config.classes().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        named -> named(named.getKey()),
                                        named -> quotas(named.getKey(), named.getValue())));
    }

    /**
     * A quota and the bucket in which it is counted.
     *
     * @param key of the bucket in Redis
     */
    record Allowance(String key, Quota quota) {}

    /** Empty when nothing limits the sender. */
    Optional<Allowance> of(Sender sender, RouteClass routeClass) {
        if (routeClass == RouteClass.WEBHOOK) {
            return Optional.empty();
        }
        Optional<Quota> own = ofClasses.getOrDefault(routeClass, Map.of()).get(sender.kind());
        // Absent is another thing than unlimited.
        return own == null ? ofSender(sender) : own.map(quota -> allowance(quota, sender));
    }

    private Optional<Allowance> ofSender(Sender sender) {
        Optional<Quota> quota =
                sender.kind() == Sender.Kind.CLIENT && ofClients.containsKey(sender.id())
                        ? ofClients.getOrDefault(sender.id(), Optional.empty())
                        : ofKinds.getOrDefault(sender.kind(), Optional.empty());
        return quota.map(found -> allowance(found, sender));
    }

    private static Allowance allowance(Quota quota, Sender sender) {
        return new Allowance("gateway:limit:" + quota.name() + ":" + sender.id(), quota);
    }

    private static Map<Sender.Kind, Optional<Quota>> quotas(String name, OfClass amounts) {
        Map<Sender.Kind, Optional<Quota>> quotas = new EnumMap<>(Sender.Kind.class);
        Function<Amount, Optional<Quota>> anonymous = amount -> quota(name + "-anonymous", amount);
        amounts.anonymous().map(anonymous).ifPresent(q -> quotas.put(Sender.Kind.ANONYMOUS, q));
        Function<Amount, Optional<Quota>> user = amount -> quota(name + "-user", amount);
        amounts.user().map(user).ifPresent(q -> quotas.put(Sender.Kind.USER, q));
        Function<Amount, Optional<Quota>> client = amount -> quota(name + "-client", amount);
        amounts.client().map(client).ifPresent(q -> quotas.put(Sender.Kind.CLIENT, q));
        return quotas;
    }

    private static Optional<Quota> quota(String name, Amount amount) {
        return amount.unlimited()
                ? Optional.empty()
                : Optional.of(new Quota(name, amount.rate(), amount.burst()));
    }

    private static RouteClass named(String name) {
        return RouteClass.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
