package io.swiftcart.stack.demo;

import io.swiftcart.stack.AtomicFile;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http;
import io.swiftcart.stack.client.Login;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a shop through its gateway as {@code manager}. What is there already is left as it is, so a
 * load that was cut short is simply done again. Once complete, the data directory remembers it.
 */
public final class DemoLoader {

    private static final int AT_ONCE = 8;
    private static final int REPORT_EVERY = 100;
    private static final int CONFLICT = 409;
    private static final int LOW_STOCK = 20;
    private static final Duration CATCH_UP = Duration.ofSeconds(120);

    private final Layout layout;
    private final String api;
    private final Login login;
    private final PrintStream out;
    private final Http http = new Http();
    private final DemoCatalogue catalogue = DemoCatalogue.read();

    public DemoLoader(Layout layout, String gateway, Login login, PrintStream out) {
        this.layout = layout;
        this.api = gateway + "/api/v1";
        this.login = login;
        this.out = out;
    }

    /** Loads everything and waits until it can be ordered; does nothing if that was done before. */
    public void load(String kafkaBootstrap) throws IOException {
        if (Files.exists(layout.demoLoaded())) {
            return;
        }
        out.println("Loading the demo data");
        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + login.token("manager", Map.of()));
        Map<String, String> categories = categories(bearer);
        loadProducts(categories, bearer);
        out.println("  waiting until the order service knows all prices");
        new PriceView(kafkaBootstrap).awaitCaughtUp(DemoCatalogue.PRODUCTS, CATCH_UP);
        AtomicFile.write(layout.demoLoaded(), "");
    }

    /** Category ids by slug. */
    private Map<String, String> categories(Map<String, String> bearer) {
        Map<String, String> ids = knownCategories();
        for (DemoCatalogue.Category category : catalogue.categories()) {
            if (!ids.containsKey(category.slug())) {
                Http.Answer made =
                        http.post(
                                api + "/categories",
                                Map.of(
                                        "name", category.name(),
                                        "slug", category.slug(),
                                        "description", category.description()),
                                bearer);
                refuse(made, "category " + category.slug());
                ids.put(category.slug(), made.body().path("id").asText());
            }
        }
        return ids;
    }

    private Map<String, String> knownCategories() {
        Http.Answer listed = http.get(api + "/categories", Map.of());
        refuse(listed, "list of categories");
        Map<String, String> ids = new HashMap<>();
        listed.body()
                .findParents("slug")
                .forEach(
                        category ->
                                ids.put(
                                        category.path("slug").asText(),
                                        category.path("id").asText()));
        return ids;
    }

    private void loadProducts(Map<String, String> categories, Map<String, String> bearer) {
        List<DemoProduct> products = catalogue.products();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> loads = new ArrayList<>();
            for (DemoProduct product : products) {
                loads.add(threads.submit(() -> loadProduct(product, categories, bearer)));
            }
            try {
                for (int done = 0; done < loads.size(); done++) {
                    loads.get(done).get();
                    if ((done + 1) % REPORT_EVERY == 0) {
                        out.println("  " + (done + 1) + " of " + loads.size() + " products");
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                if (e.getCause() instanceof StackFailure failure) {
                    throw failure;
                }
                throw new StackFailure("The demo data cannot be loaded: " + e.getCause() + ".", e);
            } catch (InterruptedException _) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loadProduct(
            DemoProduct product, Map<String, String> categories, Map<String, String> bearer) {
        Map<String, Object> body =
                Map.of(
                        "sku", product.sku(),
                        "name", product.name(),
                        "description", product.description(),
                        "price", product.price(),
                        "currency", "USD",
                        "categoryId", categories.getOrDefault(product.category(), ""),
                        "attributes", product.attributes(),
                        "imageUrl", "https://images.example.com/" + product.sku() + ".jpg");
        refuseUnlessThere(http.post(api + "/products", body, bearer), "product " + product.sku());
        Map<String, Object> stock =
                Map.of(
                        "sku",
                        product.sku(),
                        "onHand",
                        product.onHand(),
                        "lowStockThreshold",
                        LOW_STOCK);
        refuseUnlessThere(
                http.post(api + "/inventory", stock, bearer), "stock of " + product.sku());
    }

    private static void refuseUnlessThere(Http.Answer answer, String what) {
        if (answer.status() != CONFLICT) {
            refuse(answer, what);
        }
    }

    private static void refuse(Http.Answer answer, String what) {
        if (!answer.ok()) {
            throw new StackFailure(
                    "The demo data cannot be loaded: the shop refuses the "
                            + what
                            + " with status "
                            + answer.status()
                            + " ("
                            + answer.problem()
                            + "); start with --no-demo to go without, and see ./swiftcart logs.");
        }
    }
}
