package io.swiftcart.cart;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What tests say about carts, products and who asks. */
final class Shop {
    static final String CARTS = "/api/v1/carts";
    static final String INTERNAL = "/internal/carts";
    static final String TOPIC = "catalog.products.v1";
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private Shop() {}

    /** A product's state as the catalogue tells it. */
    record Product(
            String sku, String name, long price, String currency, boolean active, long version) {
        Product at(long newPrice) {
            return new Product(sku, name, newPrice, currency, active, version + 1);
        }

        Product withdrawn() {
            return new Product(sku, name, price, currency, false, version + 1);
        }

        String json() {
            return """
                {"eventId": "%s", "eventType": "ProductChanged", "occurredAt": "2026-11-20T09:00:00Z",
                 "product": {"sku": "%s", "productId": "0192f0c1-7c00-7000-8000-000000000001", "name": "%s",
                 "price": %d, "currency": "%s", "categoryId": "0192f0c1-7c00-7000-8000-0000000000aa",
                 "active": %s, "version": %d}}"""
                    .formatted(UUID.randomUUID(), sku, name, price, currency, active, version);
        }
    }

    static Product aProduct(long price, String currency) {
        String sku = "T-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase();
        return new Product(sku, "Thing " + sku, price, currency, true, 1);
    }

    /** A product that carts know of. */
    static Product sold(long price) {
        return sold(aProduct(price, "USD"));
    }

    static Product sold(Product product) {
        tell(product);
        return known(product);
    }

    /** The product, as soon as carts know of it. */
    static Product known(Product product) {
        String cart = guestsCart(product.currency());
        await().atMost(DEADLINE)
                .until(
                        () ->
                                anonymous()
                                                .body(Map.of("qty", 1))
                                                .put(item(cart, product.sku()))
                                                .statusCode()
                                        == 200);
        return product;
    }

    static void tell(Product product) {
        publish(product.sku(), product.json());
    }

    static void publish(String key, @Nullable String value) {
        try {
            RecordMetadata _ = Producer.ONLY.send(new ProducerRecord<>(TOPIC, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made when it is first needed; lives as long as the tests. */
    private static final class Producer {
        static final KafkaProducer<String, String> ONLY =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", Facts.broker()),
                        new StringSerializer(),
                        new StringSerializer());
    }

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    static RequestSpecification as(String account) {
        return anonymous().auth().oauth2(Tokens.of(account));
    }

    static String guestsCart() {
        return made(anonymous().post(CARTS));
    }

    static String guestsCart(String currency) {
        return made(anonymous().body(Map.of("currency", currency)).post(CARTS));
    }

    static String cartOf(String user) {
        return made(as(user).post(CARTS));
    }

    private static String made(Response answer) {
        return answer.then().statusCode(201).extract().path("cartId");
    }

    static Response add(String cart, Product product, int qty) {
        return anonymous().body(Map.of("sku", product.sku(), "qty", qty)).post(items(cart));
    }

    static String cart(String id) {
        return CARTS + "/" + id;
    }

    static String items(String id) {
        return cart(id) + "/items";
    }

    static String item(String id, String sku) {
        return items(id) + "/" + sku;
    }
}
