package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.payment.Paying.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryComponentTest {

    @Test
    void a_payment_is_read_as_it_was_answered_by_id_and_by_order() {
        Order order = anOrder();
        Response paid = order.pay();

        for (String path :
                List.of(
                        PAYMENTS + "/" + paid.path("paymentId"),
                        PAYMENTS + "/order/" + order.id())) {
            Response read = as("manager").get(path);

            read.then().statusCode(200).header("ETag", equalTo("\"2\""));
            assertEquals(paid.asString(), read.asString());
            as("manager").header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
            as("manager").header("If-None-Match", "\"1\"").get(path).then().statusCode(200);
        }
    }

    @Test
    void the_card_is_never_shown() {
        assertFalse(anOrder().pay().asString().contains("pm_card"));
    }

    @Test
    void pages_follow_each_other_newest_first_without_gap_or_overlap() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(anOrder().paid());
        }

        List<String> read = new ArrayList<>();
        String cursor = null;
        while (!read.containsAll(made)) {
            Response page =
                    as("manager")
                            .queryParam("limit", 2)
                            .queryParam("cursor", cursor == null ? List.of() : List.of(cursor))
                            .get(PAYMENTS);
            read.addAll(page.then().statusCode(200).extract().path("items.paymentId"));
            cursor = page.path("nextCursor");
        }

        assertEquals(read.stream().distinct().toList(), read);
        assertTrue(read.stream().filter(made::contains).toList().equals(made.reversed()));
    }

    @Test
    void a_list_is_narrowed_by_status() {
        String _ = anOrder().paid();
        Response _ = anOrder().by("pm_card_chargeDeclined").pay();

        as("manager")
                .get(PAYMENTS + "?status=FAILED")
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("FAILED")));
    }
}
