package io.swiftcart.platform.correlation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/**
 * Takes out of every span what the instrumentations put in and nobody may read there: addresses
 * with ids (whoever knows the id of a guest's cart opens it), queries, and where a caller is.
 */
@Singleton
class PrivateAttributes implements ExtendedSpanProcessor {
    private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final String HIDDEN = "-";
    private static final List<AttributeKey<String>> ALWAYS =
            List.of(
                    AttributeKey.stringKey("url.query"),
                    AttributeKey.stringKey("client.address"),
                    AttributeKey.stringKey("user_agent.original"));

    /** Of a server span the peer is the caller. */
    private static final AttributeKey<String> PEER = AttributeKey.stringKey("network.peer.address");

    @Override
    public void onEnding(ReadWriteSpan span) {
        String path = span.getAttribute(PATH);
        if (path != null) {
            span.setAttribute(PATH, RouteName.of(path));
        }
        String url = span.getAttribute(URL);
        if (url != null) {
            span.setAttribute(URL, nameless(url));
        }
        ALWAYS.forEach(key -> hide(span, key));
        if (span.getKind() == SpanKind.SERVER) {
            hide(span, PEER);
        }
    }

    private static void hide(ReadWriteSpan span, AttributeKey<String> key) {
        if (span.getAttribute(key) != null) {
            span.setAttribute(key, HIDDEN);
        }
    }

    static String nameless(String url) {
        try {
            URI whole = URI.create(url);
            return whole.getScheme()
                    + "://"
                    + whole.getHost()
                    + (whole.getPort() < 0 ? "" : ":" + whole.getPort())
                    + RouteName.of(whole.getRawPath());
        } catch (IllegalArgumentException unreadable) {
            return HIDDEN;
        }
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
