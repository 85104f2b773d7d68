package io.swiftcart.gateway.limits;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.stack.testing.StackTestResource;
import io.swiftcart.stack.testing.TcpProxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas of the gateway count together, each over a network that can be broken. */
class SharedQuotaComponentTest {
    private static final URI REDIS = redis();
    private static final long SENDERS = 100;

    /** A build machine that is short of breath is no Redis that is away. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private TcpProxy network;
    private Replica one;
    private Replica two;

    private record Replica(SharedTokens shared, Buckets buckets) {
        Future<Verdict> take(Quotas.Allowance allowance) {
            return buckets.take(allowance);
        }
    }

    @BeforeEach
    void open() {
        network = new TcpProxy(REDIS::getPort);
        one = replica("redis://127.0.0.1:" + network.port(), PATIENT);
        two = replica(REDIS.toString(), PATIENT);
        await().until(() -> !one.shared.away() && !two.shared.away());
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        network.close();
    }

    @Test
    void where_leases_are_single_tokens_replicas_together_grant_exactly_the_burst() {
        Quotas.Allowance few = allowance(0.001, 10);

        List<Verdict> verdicts = takeFromBoth(few, 50);

        assertEquals(10, verdicts.stream().filter(Verdict::granted).count());
        assertTrue(
                verdicts.stream()
                        .filter(verdict -> !verdict.granted())
                        .allMatch(verdict -> verdict.pause().toSeconds() > 900));
    }

    @Test
    void a_flood_over_both_gets_the_burst_what_fills_up_meanwhile_and_a_lease_at_most() {
        Quotas.Allowance many = allowance(100, 400);
        Quota quota = many.quota();
        long began = System.nanoTime();

        long granted = 0;
        while (System.nanoTime() - began < Duration.ofSeconds(2).toNanos()) {
            granted += takeFromBoth(many, 40).stream().filter(Verdict::granted).count();
        }

        double filled = quota.refill(System.nanoTime() - began);
        double most = quota.burst() + filled + quota.lease();
        assertTrue(
                granted <= most && granted >= quota.burst(),
                granted + " of " + quota.burst() + ".." + most);
    }

    @Test
    void what_one_replica_did_not_use_is_not_lost_to_the_sender() {
        Quotas.Allowance slow = allowance(200, 400);
        // A lease of ten is taken by each replica for each single request, and given back.
        for (int i = 0; i < 40; i++) {
            assertTrue(taken(one.take(slow)).granted());
            assertTrue(taken(two.take(slow)).granted());
            letEndALease(slow.quota());
        }

        assertTrue(taken(one.take(slow)).remaining() > 250);
    }

    @Test
    void a_sender_who_was_refused_is_let_in_when_the_bucket_has_filled() {
        Quotas.Allowance quick = allowance(0.2, 1);
        assertTrue(taken(one.take(quick)).granted());
        assertFalse(taken(one.take(quick)).granted());

        await().until(() -> taken(one.take(quick)).granted());
    }

    @Test
    void without_redis_each_replica_goes_on_from_what_was_left() {
        Quotas.Allowance few = allowance(0.001, 10);
        IntStream.range(0, 4).forEach(_ -> taken(one.take(few)));

        network.is(TcpProxy.Fault.RESET);
        await().until(one.shared::away);

        assertEquals(6, granted(few, one, 20));
        assertEquals(6, granted(few, two, 20));
    }

    @Test
    void a_sender_who_comes_when_redis_is_away_is_counted_locally() {
        network.is(TcpProxy.Fault.RESET);
        await().until(one.shared::away);

        assertEquals(10, granted(allowance(0.001, 10), one, 20));
    }

    @Test
    void silence_is_noticed_and_everybody_is_answered() {
        Replica hasty = replica("redis://127.0.0.1:" + network.port(), Duration.ofMillis(50));
        await().until(() -> !hasty.shared.away());
        network.is(TcpProxy.Fault.HALF_OPEN);

        for (int i = 0; i < 5; i++) {
            assertTrue(taken(hasty.take(allowance(1, 10))).granted());
        }

        assertTrue(hasty.shared.away());
    }

    @Test
    void a_redis_that_comes_back_is_used_again_and_has_forgotten_its_scripts() {
        network.is(TcpProxy.Fault.RESET);
        await().until(one.shared::away);
        command("SCRIPT", "FLUSH");
        network.is(TcpProxy.Fault.NONE);
        await().until(() -> !one.shared.away());
        Quotas.Allowance few = allowance(0.001, 10);

        assertEquals(10, takeFromBoth(few, 20).stream().filter(Verdict::granted).count());
    }

    @Test
    void a_bucket_that_is_full_again_is_forgotten_by_redis() {
        Quotas.Allowance quick = allowance(1_000, 10);
        taken(one.take(quick));

        await().until(() -> command("EXISTS", quick.key()).equals("0"));
    }

    @Test
    void made_up_addresses_do_not_fill_the_memory() {
        network.is(TcpProxy.Fault.RESET);
        await().until(one.shared::away);

        IntStream.range(0, 10_000).forEach(_ -> taken(one.take(allowance(1, 10))));

        assertTrue(one.buckets.size() <= SENDERS, () -> one.buckets.size() + " senders");
    }

    /** Its end is a time, and nothing happens then. */
    private static void letEndALease(Quota quota) {
        LockSupport.parkNanos(quota.leaseNanos());
    }

    private List<Verdict> takeFromBoth(Quotas.Allowance allowance, int times) {
        List<Future<Verdict>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add((i % 2 == 0 ? one : two).take(allowance));
        }
        return asked.stream().map(SharedQuotaComponentTest::taken).toList();
    }

    private static long granted(Quotas.Allowance allowance, Replica replica, int times) {
        return IntStream.range(0, times)
                .filter(_ -> taken(replica.take(allowance)).granted())
                .count();
    }

    private static Verdict taken(Future<Verdict> verdict) {
        return verdict.toCompletionStage().toCompletableFuture().join();
    }

    private String command(String name, String... arguments) {
        io.vertx.redis.client.Request request =
                io.vertx.redis.client.Request.cmd(io.vertx.redis.client.Command.create(name));
        for (String argument : arguments) {
            request.arg(argument);
        }
        return Redis.createClient(vertx, REDIS.toString())
                .send(request)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toString();
    }

    private Replica replica(String redis, Duration patience) {
        SharedTokens shared =
                new SharedTokens(
                        vertx, Redis.createClient(vertx, redis), patience, Duration.ofMillis(100));
        shared.connect();
        return new Replica(shared, new Buckets(shared, SENDERS));
    }

    private static Quotas.Allowance allowance(double rate, long burst) {
        return new Quotas.Allowance("test:" + UUID.randomUUID(), new Quota("test", rate, burst));
    }

    private static URI redis() {
        StackTestResource stack = new StackTestResource();
        stack.init(Map.of("parts", "redis"));
        stack.start();
        return URI.create(System.getProperty("swiftcart.stack.REDIS"));
    }
}
