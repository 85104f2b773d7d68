package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.as;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.word;
import static io.swiftcart.catalog.Imports.NDJSON;
import static io.swiftcart.catalog.Imports.errors;
import static io.swiftcart.catalog.Imports.finished;
import static io.swiftcart.catalog.Imports.row;
import static io.swiftcart.catalog.Imports.send;
import static io.swiftcart.platform.packaged.PackagedLedger.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.catalog.Catalogue.Stored;
import io.swiftcart.platform.packaged.PackagedLedger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogue as it is delivered: products, search, files, and what inventory says of stock. */
@QuarkusIntegrationTest
class CatalogIT implements PackagedLedger {

    @Override
    public String service() {
        return "catalog";
    }

    @Test
    void a_product_is_stored_told_and_changed_by_version() {
        Stored mug = aProduct().with("attributes", Map.of("colour", "red", "hot", true)).stored();

        JsonNode fact = told("catalog.products.v1", mug.sku());
        assertEquals(1299, fact.at("/product/price").asInt());
        anonymous()
                .get(mug.path())
                .then()
                .statusCode(200)
                .body("attributes.colour", equalTo("red"))
                .body("attributes.hot", equalTo(true));
        manager().delete(mug.path()).then().statusCode(204);
        anonymous().get(mug.path()).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void products_are_listed_found_and_suggested() {
        String make = word();
        String category = aCategory("Kettles", null);
        aProduct().in(category).named("Stainless " + make + " kettle").isThere();

        anonymous()
                .get(PRODUCTS + "?category=" + category + "&sort=-price")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        anonymous()
                .queryParam("q", make + " kettles")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("facets.price", notNullValue())
                .body("facets.category[0].count", equalTo(1));
        anonymous()
                .queryParam("q", make.substring(0, 6))
                .get("/api/v1/search/suggest")
                .then()
                .statusCode(200)
                .body("items", notNullValue());
        anonymous().get("/api/v1/categories").then().statusCode(200);
    }

    @Test
    void a_file_is_imported_row_by_row_and_exported_again() {
        String category = aCategory("Imported", null);
        String sku = "SKU-" + Catalogue.unique();
        String job =
                send(
                        row(aProduct().in(category).with("sku", sku).named("Größe")),
                        row(aProduct().in(category).priced(0)),
                        "{\"sku\": nonsense");

        finished(job).then().body("added", equalTo(1)).body("failed", equalTo(2));

        assertEquals(
                List.of("validation-failed", "malformed-request"),
                errors(job).stream().map(error -> error.getString("code")).toList());
        String file =
                manager()
                        .accept(NDJSON)
                        .get(PRODUCTS + "/export")
                        .then()
                        .statusCode(200)
                        .contentType(NDJSON)
                        .extract()
                        .asString();
        assertTrue(file.lines().anyMatch(line -> line.contains(sku) && line.contains("Größe")));
    }

    @Test
    void a_product_page_shows_what_inventory_says() {
        Stored mug = aProduct().stored();

        Bus.publish(
                "inventory.stock-updated.v1",
                mug.sku(),
                """
                {"eventId": "%s", "eventType": "StockUpdated", "occurredAt": "2026-11-20T12:34:56Z",
                 "stock": {"sku": "%s", "onHand": 7, "reserved": 0, "available": 7, "version": 1}}
                """
                        .formatted(UUID.randomUUID(), mug.sku()));

        await().atMost(SOON)
                .untilAsserted(
                        () -> anonymous().get(mug.path()).then().body("available", equalTo(7)));
    }

    @Test
    void mistakes_are_told_member_by_member() {
        aProduct()
                .priced(0)
                .with("colour", 1)
                .post()
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/colour"));
        aProduct()
                .priced(0)
                .with("imageUrl", "mug.jpg")
                .post()
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/price"))
                .body("errors.pointer", hasItem("/imageUrl"));
        as("alice").body(aProduct().body()).post(PRODUCTS).then().statusCode(403);
        anonymous().body(aProduct().body()).post(PRODUCTS).then().statusCode(401);
    }
}
