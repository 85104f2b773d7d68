package io.swiftcart.catalog.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.catalog.reading.ProductView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Answers with product pages and lists, from what is kept if it may. {@code withdrawnToo} is for
 * those who may write products: they read the database.
 */
@ApplicationScoped
public class ReadPages {
    private static final int TAG_BYTES = 15;

    private final ProductQuery query;
    private final PageCache cache;
    private final ObjectMapper json;

    ReadPages(ProductQuery query, PageCache cache, ObjectMapper json) {
        this.query = query;
        this.cache = cache;
        this.json = json;
    }

    /** The product's page; a problem with status 404 when there is none. */
    public Uni<StoredPage> byId(UUID id, boolean withdrawnToo) {
        if (withdrawnToo) {
            return query.byId(id, true).map(this::page);
        }
        String sku = cache.sku(id);
        StoredPage kept = sku == null ? null : cache.page(sku);
        return kept != null
                ? Uni.createFrom().item(kept)
                : query.byId(id, false).map(this::keptPage);
    }

    /** The product's page; a problem with status 404 when there is none. */
    public Uni<StoredPage> bySku(String sku, boolean withdrawnToo) {
        if (withdrawnToo) {
            return query.bySku(sku, true).map(this::page);
        }
        StoredPage kept = cache.page(sku);
        return kept != null
                ? Uni.createFrom().item(kept)
                : query.bySku(sku, false).map(this::keptPage);
    }

    /** One page of a list; a problem with status 400 when the filter is wrong. */
    public Uni<StoredPage> list(ProductFilter filter, boolean withdrawnToo) {
        if (withdrawnToo) {
            return query.list(filter, true).map(this::hashed);
        }
        StoredPage kept = cache.list(filter);
        if (kept != null) {
            return Uni.createFrom().item(kept);
        }
        long changes = cache.changes();
        return query.list(filter, false)
                .map(this::hashed)
                .invoke(list -> cache.keepList(filter, list, changes));
    }

    /** The product's page as it stands in the view. */
    public StoredPage page(ProductView product) {
        return new StoredPage(bytes(product), product.tag().text());
    }

    private StoredPage keptPage(ProductView product) {
        StoredPage page = page(product);
        cache.keep(product, page);
        return page;
    }

    private StoredPage hashed(Object list) {
        byte[] bytes = bytes(list);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
            return new StoredPage(bytes, "\"" + tag + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
