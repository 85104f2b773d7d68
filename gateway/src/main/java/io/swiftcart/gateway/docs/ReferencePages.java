package io.swiftcart.gateway.docs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the document and the page that shows it, from memory, with entity tags. */
@Singleton
class ReferencePages {
    private static final String REVALIDATE = "no-cache";

    /** What the page may do: run and ask only what comes from here; its styles stand inline. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, Page> PAGES =
            Map.of(
                    "/openapi.json",
                    new Page("contracts/openapi/public.json", "application/json"),
                    "/docs",
                    new Page("docs/index.html", "text/html;charset=UTF-8"),
                    "/docs/start.js",
                    new Page("docs/start.js", "text/javascript;charset=UTF-8"),
                    "/docs/shop.css",
                    new Page("docs/shop.css", "text/css;charset=UTF-8"),
                    "/docs/swagger-ui.css",
                    new Page("docs/swagger-ui.css", "text/css;charset=UTF-8"),
                    "/docs/swagger-ui-bundle.js",
                    new Page("docs/swagger-ui-bundle.js", "text/javascript;charset=UTF-8"));

    private final Map<String, Content> read = new ConcurrentHashMap<>();

    private record Page(String resource, String type) {}

    private record Content(Buffer bytes, String tag) {}

    void open(@Observes Router router) {
        PAGES.forEach((path, page) -> router.get(path).handler(request -> show(request, page)));
    }

    private void show(RoutingContext request, Page page) {
        Content content = read.computeIfAbsent(page.resource(), ReferencePages::content);
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, page.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .putHeader(HttpHeaders.ETAG, content.tag());
        if (page.resource().startsWith("docs/")) {
            request.response().putHeader("Content-Security-Policy", POLICY);
        }
        if (content.tag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            request.response().setStatusCode(304).end();
        } else {
            request.response().end(content.bytes());
        }
    }

    private static Content content(String resource) {
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        try (InputStream file = resources.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            byte[] bytes = file.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
            return new Content(Buffer.buffer(bytes), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
