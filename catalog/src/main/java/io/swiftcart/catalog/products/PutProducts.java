package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.products.ProductRepository.Draft;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds products, or replaces those with their SKUs whoever has changed them last; tells of all. */
@ApplicationScoped
public class PutProducts {
    private final ProductRepository products;
    private final Outbox outbox;

    PutProducts(ProductRepository products, Outbox outbox) {
        this.products = products;
        this.outbox = outbox;
    }

    /** A problem with status 400 when the request breaks a rule that needs no other product. */
    public static void check(ProductRequest request) {
        AddProduct.draft(request);
    }

    /**
     * The products as they then stand, version 1 when new; within the transaction of {@code tx}.
     * Each SKU at most once. Fails with the problems of adding and changing, {@code sku-taken} when
     * somebody adds one of them in this very moment: the next time it is there to be replaced.
     */
    public Uni<List<ProductView>> in(SqlConnection tx, List<ProductRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Draft> added = requests.stream().map(AddProduct::draft).toList();
        return products.lockBySku(tx, added.stream().map(Draft::sku).toList())
                .map(known -> drafts(added, known))
                .chain(drafts -> products.putAll(tx, drafts))
                .invoke(written -> complete(written, added))
                .call(
                        written ->
                                outbox.add(
                                        tx, written.stream().map(ProductChanged::about).toList()));
    }

    private static List<Draft> drafts(List<Draft> added, List<ProductView> known) {
        Map<String, ProductView> bySku =
                known.stream().collect(Collectors.toMap(ProductView::sku, Function.identity()));
        return added.stream().map(draft -> draft(draft, bySku.get(draft.sku()))).toList();
    }

    private static Draft draft(Draft added, @Nullable ProductView known) {
        return known == null ? added : ChangeProduct.draft(known, known.version(), added.request());
    }

    private static void complete(List<ProductView> written, List<Draft> drafts) {
        if (written.size() < drafts.size()) {
            throw new Problem(CatalogProblem.SKU_TAKEN, "Somebody has just added the product.");
        }
    }
}
