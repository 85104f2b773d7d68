package io.swiftcart.catalog.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages until something is told that they do not show. Thread-safe.
 *
 * <p>A fact may be here before the database has what it tells, and a page may be read before a fact
 * and kept after it. So what was told of a SKU is remembered, and a page that is older than that
 * goes again. Lists show too many SKUs for this: they go with every change of a product, and for
 * the sake of stock they live for half a second.
 *
 * <p>Nothing is kept while the facts are not being followed.
 */
@ApplicationScoped
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMS",
            "com.github.benmanes.caffeine.cache.PSMS",
            "com.github.benmanes.caffeine.cache.SSMSW",
            "com.github.benmanes.caffeine.cache.PSWMS",
            "com.github.benmanes.caffeine.cache.SSMWW",
            "com.github.benmanes.caffeine.cache.PSWMW"
        }) // Which Caffeine makes by name.
public class PageCache {
    /** A page goes then even if a fact was missed; a review of another replica is told nowhere. */
    private static final Duration PAGE_AGE_MAX = Duration.ofSeconds(30);

    private static final Duration LIST_AGE_MAX = Duration.ofMillis(500);
    private static final long PAGE_BYTES_MAX = 12L * 1024 * 1024;
    private static final long LIST_BYTES_MAX = 8L * 1024 * 1024;
    private static final int OVERHEAD_BYTES = 256;
    private static final int SKUS_MAX = 50_000;

    /** What must be followed. */
    private static final Set<String> TOPICS =
            Set.of("catalog.products.v1", "inventory.stock-updated.v1");

    private final Cache<String, Kept> pages =
            Caffeine.newBuilder()
                    .expireAfterWrite(PAGE_AGE_MAX)
                    .maximumWeight(PAGE_BYTES_MAX)
                    .<String, Kept>weigher((_, kept) -> weight(kept.page()))
                    .executor(Runnable::run)
                    .build();
    private final Cache<ProductFilter, StoredPage> lists =
            Caffeine.newBuilder()
                    .expireAfterWrite(LIST_AGE_MAX)
                    .maximumWeight(LIST_BYTES_MAX)
                    .<ProductFilter, StoredPage>weigher(
                            (filter, page) -> weight(page) + filter.toString().length())
                    .executor(Runnable::run)
                    .build();
    private final Cache<UUID, String> skus =
            Caffeine.newBuilder().maximumSize(SKUS_MAX).executor(Runnable::run).build();
    private final Cache<String, Told> told =
            Caffeine.newBuilder()
                    .expireAfterWrite(PAGE_AGE_MAX)
                    .maximumSize(SKUS_MAX)
                    .executor(Runnable::run)
                    .build();
    private final AtomicLong changes = new AtomicLong();
    private final Set<String> followed = ConcurrentHashMap.newKeySet();

    private record Kept(StoredPage page, Told shows) {}

    /** The newest that is known of a product, of its stock and of its reviews; all only grow. */
    private record Told(long version, long stockVersion, long reviews) {

        static Told by(ProductView product) {
            return new Told(product.version(), product.stockVersion(), product.reviewCount());
        }

        Told and(Told other) {
            return new Told(
                    Math.max(version, other.version),
                    Math.max(stockVersion, other.stockVersion),
                    Math.max(reviews, other.reviews));
        }

        boolean isOlderThan(Told other) {
            return version < other.version
                    || stockVersion < other.stockVersion
                    || reviews < other.reviews;
        }
    }

    @Nullable StoredPage page(String sku) {
        Kept kept = pages.getIfPresent(sku);
        return kept == null ? null : kept.page();
    }

    /** The SKU of a product that has been read before. */
    @Nullable String sku(UUID productId) {
        return skus.getIfPresent(productId);
    }

    @Nullable StoredPage list(ProductFilter filter) {
        return lists.getIfPresent(filter);
    }

    /** Counts the changes of products that are known here; for {@link #keepList}. */
    long changes() {
        return changes.get();
    }

    /** Keeps the page, unless more is known of the product than it shows. */
    void keep(ProductView product, StoredPage page) {
        skus.put(product.id(), product.sku());
        if (!following()) {
            return;
        }
        Told shows = Told.by(product);
        pages.put(product.sku(), new Kept(page, shows));
        Told newest = told.getIfPresent(product.sku());
        if (newest != null && shows.isOlderThan(newest) || !following()) {
            pages.invalidate(product.sku());
        }
    }

    /** Keeps the list, unless there was a change since {@code changesBefore} it was read. */
    void keepList(ProductFilter filter, StoredPage list, long changesBefore) {
        if (!following()) {
            return;
        }
        lists.put(filter, list);
        if (changes.get() != changesBefore) {
            lists.invalidate(filter);
        }
    }

    /** A product was changed here and stands like this: nothing older is shown any more. */
    public void show(ProductView product) {
        note(product.sku(), Told.by(product));
        changed();
    }

    /** A product has changed: its page is of use only from this version on. */
    public void productTold(String sku, long version) {
        note(sku, new Told(version, 0, 0));
        changed();
    }

    /** The stock of a product has changed: its page is of use only from this version on. */
    public void stockTold(String sku, long stockVersion) {
        note(sku, new Told(0, stockVersion, 0));
    }

    /** A review was written here: the product's page is of use only from this many on. */
    public void reviewTold(String sku, long reviews) {
        note(sku, new Told(0, 0, reviews));
        changed();
    }

    /** Which products a list shows, or in which order, may have changed. */
    public void changed() {
        changes.incrementAndGet();
        lists.invalidateAll();
    }

    /** The facts of this topic arrive from now on. */
    public void follow(String topic) {
        followed.add(topic);
    }

    /** The facts of this topic do not arrive any more, for a while. */
    public void lose(String topic) {
        followed.remove(topic);
        pages.invalidateAll();
        lists.invalidateAll();
    }

    private void note(String sku, Told news) {
        told.asMap().merge(sku, news, Told::and);
        Kept kept = pages.getIfPresent(sku);
        if (kept != null && kept.shows().isOlderThan(news)) {
            pages.invalidate(sku);
        }
    }

    private boolean following() {
        return followed.containsAll(TOPICS);
    }

    private static int weight(StoredPage page) {
        return page.json().length + OVERHEAD_BYTES;
    }
}
