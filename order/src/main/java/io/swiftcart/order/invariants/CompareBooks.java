package io.swiftcart.order.invariants;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.neighbours.Books;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the newest orders with what payment and inventory keep of them, page by page. The
 * neighbours are read first: an order is written before anything is asked of them, so what they
 * know and we do not is never merely early.
 */
@ApplicationScoped
class CompareBooks {
    private static final Logger LOG = Logger.getLogger(CompareBooks.class);

    /** One look serves all the rules that are judged by it. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final UUID LAST = new UUID(-1, -1);

    private final Books books;
    private final BooksRepository ours;
    private final Clock clock;
    private final Map<Integer, Uni<Comparison>> looks = new ConcurrentHashMap<>();

    /** One page of a neighbour's books, compared. */
    private record Compared(UUID upTo, List<Difference> differences) {}

    CompareBooks(Books books, BooksRepository ours, Clock clock) {
        this.books = books;
        this.ours = ours;
        this.clock = clock;
    }

    /** So many of the newest orders; a problem with status 503 when a neighbour does not answer. */
    Uni<Comparison> newest(int orders) {
        return looks.computeIfAbsent(orders, this::shared)
                .onFailure()
                .invoke(failure -> LOG.warnf("The books cannot be compared: %s", failure))
                .onFailure()
                .transform(
                        _ ->
                                new Problem(
                                        CommonProblem.SERVICE_UNAVAILABLE,
                                        "The books of payment or inventory cannot be read."));
    }

    /** A look that is still under way is never old. */
    private Uni<Comparison> shared(int orders) {
        AtomicReference<@Nullable Instant> ended = new AtomicReference<>();
        return Uni.createFrom()
                .deferred(
                        () -> {
                            ended.set(null);
                            return compare(orders);
                        })
                .onTermination()
                .invoke(() -> ended.set(clock.instant()))
                .memoize()
                .until(() -> isOld(ended.get()));
    }

    private boolean isOld(@Nullable Instant end) {
        return end != null && end.plus(FRESH).isBefore(clock.instant());
    }

    private Uni<Comparison> compare(int orders) {
        return ours.beforeNewest(orders)
                .chain(
                        start ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                ours.countAfter(start),
                                                pages(start, this::moneyPage),
                                                pages(start, this::stockPage))
                                        .with(CompareBooks::together));
    }

    private static Comparison together(
            long orders, List<Difference> money, List<Difference> stock) {
        return new Comparison(orders, money).and(new Comparison(orders, stock));
    }

    private Uni<Compared> moneyPage(UUID after) {
        return books.balances(after)
                .chain(
                        page -> {
                            UUID upTo = page.size() < Books.PAGE ? LAST : page.getLast().orderId();
                            return ours.money(after, upTo, page)
                                    .map(found -> new Compared(upTo, found));
                        });
    }

    private Uni<Compared> stockPage(UUID after) {
        return books.holds(after)
                .chain(
                        page -> {
                            UUID upTo = page.size() < Books.PAGE ? LAST : page.getLast().orderId();
                            return ours.stock(after, upTo, page)
                                    .map(found -> new Compared(upTo, found));
                        });
    }

    private static Uni<List<Difference>> pages(UUID start, Function<UUID, Uni<Compared>> page) {
        AtomicReference<UUID> after = new AtomicReference<>(start);
        return Multi.createBy()
                .repeating()
                .uni(() -> page.apply(after.get()).invoke(done -> after.set(done.upTo())))
                .whilst(done -> !done.upTo().equals(LAST))
                .onItem()
                .transformToIterable(Compared::differences)
                .collect()
                .asList();
    }
}
