package io.swiftcart.catalog.renewal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.catalog.pages.PageCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears of every change of a product or its stock, on every replica. */
@ApplicationScoped
class PageListener {
    private static final Logger LOG = Logger.getLogger(PageListener.class);

    private final PageCache pages;
    private final ObjectMapper tolerant;

    PageListener(PageCache pages, ObjectMapper strict) {
        this.pages = pages;
        this.tolerant = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Incoming("product-pages")
    void onProduct(byte[] fact) {
        read(
                fact,
                ProductTold.class,
                told -> pages.productTold(told.product().sku(), told.product().version()));
    }

    @Incoming("stock-pages")
    void onStock(byte[] fact) {
        read(
                fact,
                StockTold.class,
                told -> pages.stockTold(told.stock().sku(), told.stock().version()));
    }

    private <T> void read(byte[] fact, Class<T> type, Consumer<T> told) {
        try {
            T read = tolerant.readValue(fact, type);
            if (read != null) {
                told.accept(read);
            }
        } catch (IOException e) {
            LOG.debugf("A fact says nothing to a page: %s", e.getMessage());
        }
    }
}
