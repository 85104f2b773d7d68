package io.swiftcart.platform.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.platform.database.Database;
import io.swiftcart.stack.testing.Tokens;
import io.swiftcart.things.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditComponentTest {
    private static final String PAGE = "/internal/admin/audit";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String THING = "{\"name\":\"lamp\",\"qty\":1}";

    @Inject Sql sql;
    @Inject Database database;
    @Inject Audit audit;
    @Inject LinkEntries linkEntries;

    private final String subject = "thing-" + UUID.randomUUID();

    /** The trail begins anew: a broken chain would be found by the next test, too. */
    @AfterEach
    void mend() {
        asSuperuser("delete from audit_link");
        asSuperuser("delete from audit_entry");
    }

    @ParameterizedTest
    @CsvSource({"manager, 1", "admin, 1", "alice, 0", "loadtest, 0"})
    void what_people_with_special_rights_send_is_written_down(String account, int entries) {
        as(account)
                .header("X-Reason", "inventory day")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Correlation-ID", "audit-" + account)
                .contentType("application/json")
                .body(THING)
                .post("/things");

        assertEquals(entries, sql.count("select count(*) from audit_entry"));
        if (entries == 1) {
            Row entry = sql.rows("select * from audit_entry").getFirst();
            assertEquals("POST /things", entry.getString("action"));
            assertEquals("/things", entry.getString("subject"));
            assertEquals("inventory day", entry.getString("reason"));
            assertEquals("203.0.113.7", entry.getString("origin"));
            assertEquals("audit-" + account, entry.getString("correlation_id"));
            assertTrue(!entry.getString("actor").isEmpty());
        }
    }

    @Test
    void a_body_comes_through_whole_behind_the_entry() {
        String name = "x".repeat(20);

        as("manager")
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"qty\":1}")
                .post("/things")
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    @Test
    void reading_is_not_written_down() {
        as("admin").get(PAGE).then().statusCode(200);
        as("manager").get("/things/private").then().statusCode(200);

        assertEquals(0, sql.count("select count(*) from audit_entry"));
    }

    @Test
    void entries_are_listed_newest_first_page_by_page_and_filtered() {
        for (int number = 1; number <= 5; number++) {
            deed("actor-" + number % 2, "thing.turn", Integer.toString(number));
        }
        deed("actor-1", "other.turn", "6");

        Response first = list("?limit=4");
        first.then().body("items.reason", equalTo(List.of("6", "5", "4", "3")));
        list("?limit=4&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.reason", equalTo(List.of("2", "1")))
                .body("nextCursor", equalTo(null));
        list("?actor=actor-0").then().body("items.reason", equalTo(List.of("4", "2")));
        list("?action=thing.").then().body("items", hasSize(5));
        list("?subject=" + subject).then().body("items", hasSize(6));
        list("?subject=nothing").then().body("items", hasSize(0));
        list("?from=2000-01-01T00:00:00Z&to=2001-01-01T00:00:00%2B01:00")
                .then()
                .body("items", hasSize(0));
        list("?from=2000-01-01T00:00:00Z")
                .then()
                .body("items.service", everyItem(equalTo("platform")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=1", "cursor=x", "limit=0"})
    void what_cannot_be_read_is_refused(String filter) {
        list("?" + filter).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"alice, 403", "manager, 403", "loadtest, 403"})
    void only_an_admin_may_look(String account, int status) {
        as(account).get(PAGE).then().statusCode(status);
        as(account).get(PAGE + "/verification").then().statusCode(status);
        given().get(PAGE).then().statusCode(401);
    }

    @Test
    void entries_are_chained_and_the_chain_is_whole() {
        for (int number = 0; number < 1_203; number++) {
            deed("actor", "thing.turn", Integer.toString(number));
        }
        link();
        deed("actor", "thing.turn", "later");
        link();

        verification().then().body("holds", equalTo(true)).body("entries", equalTo(1_204));
    }

    @Test
    void neither_entries_nor_links_can_be_changed() {
        deed("actor", "thing.turn", "why");
        link();

        for (String change :
                List.of(
                        "update audit_entry set reason = ''",
                        "delete from audit_entry",
                        "update audit_link set hash = ''",
                        "delete from audit_link",
                        "truncate audit_link")) {
            assertThrows(RuntimeException.class, () -> sql.rows(change));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update audit_entry set reason = 'another' where reason = '2'         | was changed
                    update audit_entry set actor = 'another' where reason = '5'          | was changed
                    update audit_entry set occurred_at = now() where reason = '1'        | was changed
                    delete from audit_entry where reason = '3'                           | was taken away
                    delete from audit_link where position = 2                            | entries 2 to 2 are missing
                    update audit_link set position = position + 10 where position > 3    | entries 4 to 13 are missing
                    """)
    void whoever_breaks_the_chain_is_found_out(String deed, String found) {
        for (int number = 1; number <= 5; number++) {
            deed("actor", "thing.turn", Integer.toString(number));
        }
        link();

        asSuperuser(deed);

        verification()
                .then()
                .body("holds", equalTo(false))
                .body("violations", hasItem(containsString(found)));
        as("admin")
                .get("/internal/admin/invariants")
                .then()
                .body("invariants.find { it.id == 'I13' }.holds", equalTo(false));
    }

    @Test
    void new_entries_are_chained_without_being_asked() {
        deed("actor", "thing.turn", "why");

        await().atMost(SOON).until(() -> sql.count("select count(*) from audit_link") == 1);
    }

    private void deed(String actor, String action, String reason) {
        database.inTransaction(tx -> audit.add(tx, actor, action, subject, reason))
                .await()
                .atMost(SOON);
    }

    private void link() {
        linkEntries.all().await().atMost(SOON);
        await().atMost(SOON)
                .until(
                        () ->
                                sql.count("select count(*) from audit_entry")
                                        == sql.count("select count(*) from audit_link"));
    }

    /** What the triggers keep everybody else from. */
    private void asSuperuser(String deed) {
        sql.rows("alter table audit_link drop constraint if exists audit_link_entry_id_fkey");
        for (String table : List.of("audit_entry", "audit_link")) {
            sql.rows("alter table " + table + " disable trigger " + table + "_for_good");
        }
        sql.rows(deed);
        for (String table : List.of("audit_entry", "audit_link")) {
            sql.rows("alter table " + table + " enable trigger " + table + "_for_good");
        }
    }

    private static Response list(String filters) {
        return as("admin").urlEncodingEnabled(false).get(PAGE + filters);
    }

    private static Response verification() {
        return as("admin").get(PAGE + "/verification");
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(Tokens.of(account));
    }
}
