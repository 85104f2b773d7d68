package io.swiftcart.platform.correlation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Spans for what no instrumentation sees: facts that are sent and consumed, steps that go on from
 * what is stored. The parent is always the trace parent that came along, which may be hours old.
 *
 * <p>Where nothing is traced it costs nothing, and trace parents are passed on as they came.
 */
@ApplicationScoped
public class Spans {
    private static final String SCOPE = "io.swiftcart";

    private final Tracer tracer;
    private final boolean off;

    Spans(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
                    boolean off) {
        this.tracer = telemetry.getTracer(SCOPE);
        this.off = off;
    }

    /** Begins a span that nothing else goes on under, such as the sending of one of many facts. */
    public OpenSpan begin(SpanForm form, @Nullable String parent) {
        if (off) {
            return new OpenSpan(null, Scope.noop(), parent);
        }
        Span span = builder(form, parent).startSpan();
        return new OpenSpan(span, Scope.noop(), Traceparent.of(span.getSpanContext()));
    }

    /**
     * Does the work under the ids it came with, as {@link Correlation#begin} does, and as one span:
     * what it calls, writes and logs belongs to that span. In a Vert.x context of its own.
     */
    public <T> Uni<T> in(
            SpanForm form,
            @Nullable String correlationId,
            @Nullable String parent,
            Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            OpenSpan span = enter(form, parent);
                            Correlation.begin(correlationId, span.traceparent());
                            return Uni.createFrom()
                                    .deferred(work::get)
                                    .onTermination()
                                    .invoke((_, failure, _) -> span.end(failure));
                        });
    }

    private OpenSpan enter(SpanForm form, @Nullable String parent) {
        if (off) {
            return new OpenSpan(null, Scope.noop(), parent);
        }
        Span span = builder(form, parent).startSpan();
        Scope scope = Context.root().with(span).makeCurrent();
        return new OpenSpan(span, scope, Traceparent.of(span.getSpanContext()));
    }

    private SpanBuilder builder(SpanForm form, @Nullable String parent) {
        return tracer.spanBuilder(form.name())
                .setSpanKind(form.kind())
                .setAllAttributes(form.attributes())
                .setParent(Traceparent.asParent(parent));
    }
}
