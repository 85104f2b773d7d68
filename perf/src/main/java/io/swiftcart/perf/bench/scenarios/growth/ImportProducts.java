package io.swiftcart.perf.bench.scenarios.growth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import io.swiftcart.perf.config.Feeders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Adds products by the shop's own import, in parts of less than a mebibyte. */
final class ImportProducts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Numbers begin behind those of the demo's products. */
    static final int FIRST = 501;

    private static final int PART = 2_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final List<String> MAKES =
            List.of("Nordwind", "Halden", "Aurelia", "Kestrel", "Bramble", "Ostara", "Pinecrest");
    private static final List<String> KINDS =
            List.of("lamp", "chair", "kettle", "jacket", "speaker", "notebook", "trowel", "scarf");
    private static final List<String> WORDS =
            List.of("steel", "cotton", "wireless", "compact", "classic", "garden", "oak", "amber");

    private final Shop shop;
    private final String token;

    ImportProducts(Shop shop) {
        this.shop = shop;
        this.token = shop.token("manager");
    }

    /** Seconds that it took until the last one was there. */
    double load(int products) {
        long begun = System.nanoTime();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<String> categories = categories(client);
            List<String> jobs = new ArrayList<>();
            int last = FIRST + products - 1;
            for (int from = FIRST; from <= last; from += PART) {
                jobs.add(post(client, part(from, Math.min(last, from + PART - 1), categories)));
            }
            for (String job : jobs) {
                await(client, job);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private List<String> categories(HttpClient client) {
        List<String> ids = new ArrayList<>();
        JsonNode tree = answer(client, request("/api/v1/categories").build(), 200);
        tree.findValues("id").forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty()) {
            throw new BenchFailure("The shop has no categories: is the demo data loaded?");
        }
        return ids;
    }

    private String post(HttpClient client, String ndjson) {
        HttpRequest request =
                request("/api/v1/products/import")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(ndjson))
                        .build();
        return answer(client, request, 202).path("jobId").asText();
    }

    private void await(HttpClient client, String job) {
        while (true) {
            JsonNode state =
                    answer(client, request("/api/v1/products/imports/" + job).build(), 200);
            if (state.path("status").asText().equals("FINISHED")) {
                if (state.path("failed").asInt() > 0) {
                    throw new BenchFailure("Products were not imported: " + state);
                }
                return;
            }
            Quiet.pause(LOOK_AGAIN);
        }
    }

    private static String part(int from, int to, List<String> categories) {
        StringBuilder lines = new StringBuilder();
        for (int number = from; number <= to; number++) {
            lines.append(product(number, categories)).append('\n');
        }
        return lines.toString();
    }

    private static String product(int number, List<String> categories) {
        String word = WORDS.get(number / 3 % WORDS.size());
        String kind = KINDS.get(number / 7 % KINDS.size());
        String make = MAKES.get(number % MAKES.size());
        ObjectNode product = JSON.createObjectNode();
        product.put("sku", Feeders.sku(number, number));
        product.put("name", "%s %s %s %d".formatted(make, word, kind, number));
        product.put("slug", "imported-%06d".formatted(number));
        product.put("description", "A %s %s by %s, number %d.".formatted(word, kind, make, number));
        product.put("price", 100 + number * 37 % 49_900);
        product.put("currency", "USD");
        product.put("categoryId", categories.get(number % categories.size()));
        product.putObject("attributes").put("make", make).put("material", word);
        product.put("active", true);
        return product.toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop.gateway() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode answer(HttpClient client, HttpRequest request, int wanted) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != wanted) {
                throw new BenchFailure(
                        request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new BenchFailure(request.uri() + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
    }
}
