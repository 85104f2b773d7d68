package io.swiftcart.order.invariants;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniRepeat;
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
    private final Map<Window, Uni<Comparison>> looks = new ConcurrentHashMap<>();

    /** One page of a neighbour's books, compared. */
    private record Compared(UUID upTo, List<Difference> differences) {}

    CompareBooks(Books books, BooksRepository ours, Clock clock) {
        this.books = books;
        this.ours = ours;
        this.clock = clock;
    }

    /** The newest orders; a problem with status 503 when a neighbour does not answer. */
    Uni<Comparison> newest(Window window) {
        return looks.computeIfAbsent(window, this::shared)
                .onFailure()
                .invoke(failure -> LOG.warnf("The books cannot be compared: %s", failure))
                .onFailure()
                .transform(
                        _ ->
                                new Problem(
                                        CommonProblem.SERVICE_UNAVAILABLE,
                                        "The books of payment or inventory cannot be read."));
    }

    /** Whoever asks while a look is under way, or just after it, is given that one. */
    private Uni<Comparison> shared(Window window) {
        AtomicReference<@Nullable Instant> ended = new AtomicReference<>();
        return Uni.createFrom()
                .deferred(
                        () -> {
                            ended.set(null);
                            return compare(window);
                        })
                .onTermination()
                .invoke(() -> ended.set(clock.instant()))
                .memoize()
                .until(() -> isOld(ended.get()));
    }

    /** A look that is still under way is never old. */
    private boolean isOld(@Nullable Instant end) {
        return end != null && end.plus(FRESH).isBefore(clock.instant());
    }

    private Uni<Comparison> compare(Window window) {
        Duration rest = window.rest();
        return ours.beforeNewest(window.orders())
                .chain(
                        start ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                ours.countAfter(start),
                                                pages(start, rest, this::moneyPage),
                                                pages(start, rest, this::stockPage))
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

    private static Uni<List<Difference>> pages(
            UUID start, Duration rest, Function<UUID, Uni<Compared>> page) {
        AtomicReference<UUID> after = new AtomicReference<>(start);
        UniRepeat<Compared> onePage =
                Multi.createBy()
                        .repeating()
                        .uni(() -> page.apply(after.get()).invoke(done -> after.set(done.upTo())));
        return (rest.isZero() ? onePage : onePage.withDelay(rest))
                .whilst(done -> !done.upTo().equals(LAST))
                .onItem()
                .transformToIterable(Compared::differences)
                .collect()
                .asList();
    }
}
