package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.catalog.Bus.Told;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductFactsComponentTest {
    private static final String TOPIC = "catalog.products.v1";
    private static final Path CONTRACTS = Path.of("../contracts/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_change_is_told_once_in_order_with_the_full_state() throws IOException {
        ProductBuilder body = aProduct().priced(1299);
        Stored mug = body.stored();
        change(mug, "\"1\"", body.priced(1499));
        manager().delete(mug.path()).then().statusCode(204);
        manager().delete(mug.path()).then().statusCode(204);
        change(mug, "\"3\"", body.with("active", true));

        List<Told> told = Bus.told(TOPIC, mug.sku(), 4);

        assertEquals(4, told.size());
        assertEquals(List.of(1, 2, 3, 4), read(told, "version").map(JsonNode::asInt).toList());
        assertEquals(
                List.of(1299, 1499, 1499, 1499), read(told, "price").map(JsonNode::asInt).toList());
        assertEquals(
                List.of(true, true, false, true),
                read(told, "active").map(JsonNode::asBoolean).toList());
    }

    @Test
    void a_fact_has_the_agreed_envelope_and_headers() throws IOException {
        String sku = "TOLD-" + Catalogue.unique();
        String id =
                manager()
                        .header("X-Correlation-ID", "order-of-the-day")
                        .header(
                                "traceparent",
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .body(aProduct().with("sku", sku).body())
                        .post(Catalogue.PRODUCTS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        Told told = Bus.told(TOPIC, sku, 1).getFirst();

        JsonNode fact = JSON.readTree(told.value());
        assertValid(TOPIC + "/v1/schema.json", fact);
        assertValid("headers.schema.json", JSON.valueToTree(told.headers()));
        assertEquals("ProductChanged", fact.get("eventType").asText());
        assertEquals(id, fact.at("/product/productId").asText());
        assertEquals(fact.get("eventId").asText(), told.headers().get("ce_id"));
        assertEquals(fact.get("occurredAt").asText(), told.headers().get("ce_time"));
        assertEquals("io.swiftcart.catalog.products.v1", told.headers().get("ce_type"));
        assertEquals("/catalog", told.headers().get("ce_source"));
        assertEquals(sku, told.headers().get("ce_subject"));
        assertEquals("order-of-the-day", told.headers().get("correlation-id"));
        assertThat(
                told.headers().get("traceparent"),
                startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
    }

    @Test
    void checkout_learns_of_attributes_and_category() throws IOException {
        Map<String, Object> attributes =
                Map.of("weightGrams", 340, "taxCategory", "reduced", "dishwasherSafe", true);
        ProductBuilder body = aProduct().with("attributes", attributes);
        Stored mug = body.stored();

        JsonNode fact = JSON.readTree(Bus.told(TOPIC, mug.sku(), 1).getFirst().value());

        assertValid(TOPIC + "/v1/schema.json", fact);
        assertEquals(JSON.valueToTree(attributes), fact.at("/product/attributes"));
        assertEquals(body.body().get("categoryId"), fact.at("/product/categoryId").asText());
    }

    @Test
    void a_refused_change_is_not_told() throws IOException {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();
        manager()
                .header("If-Match", "\"9\"")
                .body(body.body())
                .put(mug.path())
                .then()
                .statusCode(412);
        body.post().then().statusCode(409);
        change(mug, "\"1\"", body.named("Accepted"));

        List<Told> told = Bus.told(TOPIC, mug.sku(), 2);

        assertEquals(List.of(1, 2), read(told, "version").map(JsonNode::asInt).toList());
        assertFalse(told.toString().contains("description"), "only what was agreed is told");
    }

    private static void change(Stored product, String tag, ProductBuilder body) {
        manager()
                .header("If-Match", tag)
                .body(body.body())
                .put(product.path())
                .then()
                .statusCode(200);
    }

    private static Stream<JsonNode> read(List<Told> told, String member) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (Told each : told) {
            values.add(JSON.readTree(each.value()).at("/product/" + member));
        }
        return values.stream();
    }

    private static void assertValid(String schema, JsonNode document) throws IOException {
        JsonNode agreed = JSON.readTree(CONTRACTS.resolve(schema).toFile());
        assertEquals(
                Set.of(),
                Set.copyOf(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                                .getSchema(agreed)
                                .validate(document)));
    }
}
