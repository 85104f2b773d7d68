package io.swiftcart.platform.encryption;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.things.Sql;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataKeysComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject DataKeys dataKeys;
    @Inject Database database;
    @Inject DataKeyRepository repository;
    @Inject Sql sql;

    private final String subject = "subject-" + UUID.randomUUID();
    private final Field phone = new Field("person", "phone", "1");

    @Test
    void a_subject_has_one_key_for_good() {
        byte[] sealed = get(dataKeys.of(subject)).seal(phone, "+49 151 7");

        assertEquals("+49 151 7", get(dataKeys.of(subject)).open(phone, sealed));
        assertEquals("+49 151 7", get(restarted().of(subject)).open(phone, sealed));
        assertEquals(1, sql.count("select count(*) from data_key where subject = $1", subject));
    }

    @Test
    void whoever_comes_first_makes_the_key_and_all_others_use_it() {
        List<DataKeys> replicas = Stream.generate(this::restarted).limit(8).toList();
        List<DataKey> keys =
                get(
                        Uni.join()
                                .all(replicas.stream().map(keysOf -> keysOf.of(subject)).toList())
                                .andFailFast());
        byte[] sealed = keys.getFirst().seal(phone, "+49 151 7");

        keys.forEach(key -> assertEquals("+49 151 7", key.open(phone, sealed)));
    }

    @Test
    void many_subjects_are_asked_for_at_once() {
        List<String> subjects =
                IntStream.range(0, 1_000).mapToObj(number -> subject + "-" + number).toList();
        get(dataKeys.of(subjects.getFirst()));

        Map<String, DataKey> keys = get(restarted().ofAll(subjects));

        assertEquals(Set.copyOf(subjects), keys.keySet());
    }

    @Test
    void who_is_erased_stays_erased() {
        DataKey before = get(dataKeys.of(subject));
        byte[] sealed = before.seal(phone, "+49 151 7");

        erase(dataKeys, subject);
        erase(dataKeys, subject);

        for (DataKeys replica : List.of(dataKeys, restarted())) {
            DataKey after = get(replica.of(subject));
            assertTrue(after.destroyed());
            assertNull(after.open(phone, sealed));
            assertNull(after.seal(phone, "+49 151 7"));
        }
        assertNull(
                sql.rows("select wrapped from data_key where subject = $1", subject)
                        .getFirst()
                        .getValue("wrapped"));
    }

    @Test
    void of_a_subject_that_is_erased_before_it_is_known_nothing_is_ever_kept() {
        erase(dataKeys, subject);

        assertTrue(get(dataKeys.of(subject)).destroyed());
    }

    @Test
    void an_erasure_that_is_rolled_back_has_not_happened() {
        byte[] sealed = get(dataKeys.of(subject)).seal(phone, "+49 151 7");

        Throwable failed =
                get(
                        dataKeys.eraseInTransaction(subject, tx -> tx.query("broken").execute())
                                .onItemOrFailure()
                                .transform((_, failure) -> failure));

        assertFalse(failed == null);
        assertEquals("+49 151 7", get(dataKeys.of(subject)).open(phone, sealed));
    }

    @Test
    void whoever_reads_a_key_while_it_is_being_destroyed_has_it_no_longer_than_until_the_commit() {
        byte[] sealed = get(dataKeys.of(subject)).seal(phone, "+49 151 7");

        String readMeanwhile =
                get(
                        dataKeys.eraseInTransaction(
                                subject,
                                _ -> dataKeys.of(subject).map(key -> key.open(phone, sealed))));

        assertEquals("+49 151 7", readMeanwhile);
        assertTrue(get(dataKeys.of(subject)).destroyed());
    }

    @Test
    void whoever_read_a_key_before_it_was_destroyed_and_comes_late_does_not_bring_it_back() {
        CompletableFuture<Void> committed = new CompletableFuture<>();
        DataKeys slow =
                new DataKeys(
                        database,
                        new DataKeyRepository() {
                            @Override
                            Uni<List<Wrapped>> findOrAdd(
                                    SqlClient client, List<Wrapped> fresh, String masterKeyId) {
                                return super.findOrAdd(client, fresh, masterKeyId)
                                        .call(() -> Uni.createFrom().completionStage(committed));
                            }
                        },
                        Keys.master(Map.of("test", testKey()), "test"),
                        new Keys(Map.of(), null, null));
        CompletableFuture<DataKey> late = slow.of(subject).subscribeAsCompletionStage();
        await().until(
                        () ->
                                sql.count(
                                                "select count(*) from data_key where subject = $1",
                                                subject)
                                        == 1);

        erase(slow, subject);
        committed.complete(null);

        assertFalse(late.join().destroyed());
        assertTrue(get(slow.of(subject)).destroyed());
    }

    @Test
    void keys_move_to_a_new_master_key_and_are_read_meanwhile() {
        MasterKeys one = Keys.master(Map.of("one", Keys.FIRST), "one");
        MasterKeys both = Keys.master(Map.of("one", Keys.FIRST, "two", Keys.SECOND), "two");
        MasterKeys two = Keys.master(Map.of("two", Keys.SECOND), "two");
        List<String> subjects =
                IntStream.range(0, 1_001).mapToObj(number -> subject + "-" + number).toList();
        get(with(one).ofAll(subjects));
        byte[] sealed = get(with(one).of(subjects.getFirst())).seal(phone, "+49 151 7");
        erase(dataKeys, subjects.getLast());
        assertEquals("+49 151 7", get(with(both).of(subjects.getFirst())).open(phone, sealed));

        get(new RewrapDataKeys(database, repository, both).look());

        assertEquals(
                1_000,
                sql.count(
                        "select count(*) from data_key where subject like $1 and master_key_id = 'two'",
                        subject + "%"));
        assertEquals("+49 151 7", get(with(two).of(subjects.getFirst())).open(phone, sealed));
        assertTrue(get(with(two).of(subjects.getLast())).destroyed());
    }

    /** As another replica has it: nothing is remembered. */
    private DataKeys restarted() {
        return new DataKeys(
                database,
                repository,
                Keys.master(Map.of("test", testKey()), "test"),
                new Keys(Map.of(), null, null));
    }

    private DataKeys with(MasterKeys masterKeys) {
        return new DataKeys(database, repository, masterKeys, new Keys(Map.of(), null, null));
    }

    private static void erase(DataKeys keys, String subject) {
        get(keys.eraseInTransaction(subject, _ -> Uni.createFrom().voidItem()));
    }

    private static String testKey() {
        return ConfigProvider.getConfig().getValue("swiftcart.encryption.keys.test", String.class);
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
