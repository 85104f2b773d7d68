package io.swiftcart.platform.correlation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

/**
 * What a span of our own is called and says: names and values from a small set, never an id, an
 * address or anything of a person. After OpenTelemetry's semantic conventions, where there is one.
 */
public record SpanForm(String name, SpanKind kind, Attributes attributes) {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION =
            AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE =
            AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION =
            AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> GROUP =
            AttributeKey.stringKey("messaging.consumer.group.name");

    /** A step of our own, by its name in the code. */
    public static SpanForm step(String name) {
        return new SpanForm(name, SpanKind.INTERNAL, Attributes.empty());
    }

    /** A call of something that no instrumentation knows. */
    public static SpanForm call(String name) {
        return new SpanForm(name, SpanKind.CLIENT, Attributes.empty());
    }

    /** A fact on its way to its topic. */
    public static SpanForm sending(String topic) {
        return new SpanForm("send " + topic, SpanKind.PRODUCER, messaging("send", topic));
    }

    /** A fact that {@code consumer} works off. */
    public static SpanForm consuming(String topic, String consumer) {
        return new SpanForm(
                "process " + topic,
                SpanKind.CONSUMER,
                messaging("process", topic).toBuilder().put(GROUP, consumer).build());
    }

    private static Attributes messaging(String operation, String topic) {
        return Attributes.of(
                SYSTEM,
                "kafka",
                OPERATION,
                operation,
                OPERATION_TYPE,
                operation,
                DESTINATION,
                topic);
    }
}
