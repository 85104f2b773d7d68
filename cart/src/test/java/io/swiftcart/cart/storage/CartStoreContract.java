package io.swiftcart.cart.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartId;
import io.swiftcart.cart.domain.CartLine;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.CartOutcome.Kept;
import io.swiftcart.cart.domain.MergeStrategy;
import io.swiftcart.cart.domain.Product;
import io.swiftcart.cart.domain.Refusal;
import io.swiftcart.cart.domain.Visitor;
import io.swiftcart.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every adapter keeps, word for word the same. */
abstract class CartStoreContract {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Visitor ANYBODY = new Visitor.Anonymous();

    /** Far in the future, so that Redis does not take what a test writes for long expired. */
    static final Instant START = Instant.parse("2090-01-01T00:00:00Z");

    final TurnedClock clock = new TurnedClock(START);

    abstract CartStore carts();

    abstract ProductStore products();

    @BeforeEach
    void the_view_is_read() {
        now(products().noteRead("all"));
    }

    /** Lifetimes as in the shop. */
    static final LifetimeConfig LIFETIMES =
            new LifetimeConfig() {
                @Override
                public Duration guest() {
                    return Duration.ofDays(30);
                }

                @Override
                public Duration customer() {
                    return Duration.ofDays(90);
                }
            };

    @Test
    void a_new_cart_is_empty() {
        String id = CartId.next();

        Cart cart = now(carts().create(id, null, EUR));

        assertEquals(
                new Cart(
                        id,
                        null,
                        EUR,
                        1,
                        START.plus(Duration.ofDays(30)),
                        List.of(),
                        Money.zero(EUR)),
                cart);
        assertEquals(cart, kept(carts().read(id, ANYBODY)));
    }

    @Test
    void lines_stay_in_the_order_in_which_they_came() {
        Product one = sold(10);
        Product two = sold(20);
        String id = guests();

        kept(carts().add(id, ANYBODY, one.sku(), 1));
        kept(carts().add(id, ANYBODY, two.sku(), 2));
        Cart cart = kept(carts().add(id, ANYBODY, one.sku(), 3));

        assertEquals(List.of(line(one, 4), line(two, 2)), cart.lines());
        assertEquals(new Money(80, USD), cart.subtotal());
        assertEquals(4, cart.version());
    }

    @Test
    void totals_are_exact_up_to_the_largest_cart() {
        String id = guests();
        long sum = 0;
        for (int i = 0; i < Cart.MAX_LINES; i++) {
            long price = 1_000_000_000_000L - i * 1_234_567L;
            Cart cart = kept(carts().set(id, ANYBODY, sold(price).sku(), Cart.MAX_UNITS));
            sum = Math.addExact(sum, Math.multiplyExact(price, Cart.MAX_UNITS));

            assertEquals(sum, cart.subtotal().minorUnits());
        }

        refused(Refusal.TOO_MANY_LINES, carts().add(id, ANYBODY, sold(1).sku(), 1));
    }

    @Test
    void a_line_takes_no_more_than_it_may() {
        Product mug = sold(10);
        String id = guests();

        kept(carts().add(id, ANYBODY, mug.sku(), 999));
        refused(Refusal.TOO_MANY_UNITS, carts().add(id, ANYBODY, mug.sku(), 1));

        assertEquals(2, kept(carts().read(id, ANYBODY)).version());
    }

    @Test
    void a_changed_price_is_noticed_until_the_quantity_is_set() {
        Product mug = sold(10);
        String id = guests();
        kept(carts().add(id, ANYBODY, mug.sku(), 1));

        Product dearer = next(mug, 15, true, USD);
        CartLine noticed = new CartLine(mug.sku(), mug.name(), 1, money(15), money(10), false, 2);
        assertEquals(List.of(noticed), kept(carts().read(id, ANYBODY)).lines());
        CartLine more = new CartLine(mug.sku(), mug.name(), 2, money(15), money(10), false, 2);
        assertEquals(List.of(more), kept(carts().add(id, ANYBODY, mug.sku(), 1)).lines());

        Cart accepted = kept(carts().set(id, ANYBODY, mug.sku(), 2));
        assertEquals(List.of(line(dearer, 2)), accepted.lines());
    }

    @Test
    void what_is_not_sold_stays_and_counts_for_nothing() {
        Product mug = sold(10);
        Product hat = sold(7);
        Product pen = sold(3);
        String id = guests();
        kept(carts().add(id, ANYBODY, mug.sku(), 1));
        kept(carts().add(id, ANYBODY, hat.sku(), 1));
        kept(carts().add(id, ANYBODY, pen.sku(), 1));

        next(mug, 10, false, USD);
        next(hat, 9, true, EUR);
        Cart cart = kept(carts().read(id, ANYBODY));

        assertEquals(
                List.of(true, true, false),
                cart.lines().stream().map(CartLine::discontinued).toList());
        assertEquals(money(7), cart.lines().get(1).unitPrice());
        assertEquals(money(3), cart.subtotal());
        refused(Refusal.UNKNOWN_SKU, carts().set(id, ANYBODY, mug.sku(), 2));
        refused(Refusal.CURRENCY_MISMATCH, carts().set(id, ANYBODY, hat.sku(), 2));
        refused(Refusal.UNKNOWN_SKU, carts().set(id, ANYBODY, "NOBODY-KNOWS", 2));
        assertEquals(2, kept(carts().remove(id, ANYBODY, mug.sku())).lines().size());
    }

    @Test
    void an_older_state_of_a_product_changes_nothing_and_a_forgotten_one_is_not_sold() {
        Product mug = sold(10);
        Product dearer = next(mug, 15, true, USD);
        String id = guests();
        now(products().keep(mug));

        assertEquals(
                List.of(line(dearer, 1)), kept(carts().add(id, ANYBODY, mug.sku(), 1)).lines());
        now(products().forget(mug.sku()));
        now(products().forget("NOBODY-KNOWS"));
        now(products().keep(dearer));
        refused(Refusal.UNKNOWN_SKU, carts().add(id, ANYBODY, mug.sku(), 1));
    }

    @Test
    void a_customers_cart_opens_for_them_and_the_neighbours_alone() {
        String alice = UUID.randomUUID().toString();
        String id = CartId.next();
        now(carts().create(id, alice, USD));

        kept(carts().read(id, new Visitor.Customer(alice)));
        kept(carts().read(id, new Visitor.Neighbour()));
        refused(Refusal.ABSENT, carts().read(id, ANYBODY));
        refused(Refusal.ABSENT, carts().read(id, new Visitor.Customer("*")));
        refused(Refusal.ABSENT, carts().discard(id, new Visitor.Customer("bob"), null));
        assertEquals(id, kept(carts().readMine(alice)).id());
        refused(Refusal.ABSENT, carts().readMine("nobody"));
    }

    @Test
    void every_change_gives_a_cart_its_full_time_again_and_reading_does_not() {
        Product mug = sold(10);
        String id = guests();
        String bob = UUID.randomUUID().toString();
        String bobs = CartId.next();
        now(carts().create(bobs, bob, USD));

        clock.turn(Duration.ofDays(10));

        assertEquals(START.plus(Duration.ofDays(30)), kept(carts().read(id, ANYBODY)).expiresAt());
        Cart changed = kept(carts().add(id, ANYBODY, mug.sku(), 1));
        assertEquals(START.plus(Duration.ofDays(40)), changed.expiresAt());
        Cart customers = kept(carts().add(bobs, new Visitor.Customer(bob), mug.sku(), 1));
        assertEquals(START.plus(Duration.ofDays(100)), customers.expiresAt());
    }

    @Test
    void a_cart_in_checkout_lives_to_its_end() {
        Product mug = sold(10);
        String id = guests();
        Instant late = START.plus(Duration.ofDays(365));
        refused(Refusal.EMPTY, carts().beginCheckout(id, late));
        kept(carts().add(id, ANYBODY, mug.sku(), 1));

        Cart marked = kept(carts().beginCheckout(id, late));
        Cart again = kept(carts().beginCheckout(id, START.plus(Duration.ofHours(1))));

        assertEquals(late, marked.expiresAt());
        assertEquals(late, again.expiresAt());
        assertEquals(2, again.version());
        assertEquals(late, kept(carts().add(id, ANYBODY, mug.sku(), 1)).expiresAt());
        clock.turn(Duration.ofDays(360));
        assertEquals(
                START.plus(Duration.ofDays(390)),
                kept(carts().add(id, ANYBODY, mug.sku(), 1)).expiresAt());
    }

    @ParameterizedTest
    @CsvSource({"SUM, 5", "MAX, 3", "KEEP, 2"})
    void merging_follows_the_strategy(MergeStrategy strategy, int both) {
        Product mug = sold(10);
        Product hat = sold(20);
        String guests = guests();
        kept(carts().add(guests, ANYBODY, mug.sku(), 3));
        kept(carts().add(guests, ANYBODY, hat.sku(), 1));
        String customer = UUID.randomUUID().toString();
        String mine = CartId.next();
        now(carts().create(mine, customer, USD));
        kept(carts().add(mine, new Visitor.Customer(customer), mug.sku(), 2));

        Cart merged = kept(carts().merge(guests, customer, strategy));

        assertEquals(mine, merged.id());
        assertEquals(List.of(line(mug, both), line(hat, 1)), merged.lines());
        refused(Refusal.ABSENT, carts().read(guests, ANYBODY));
        refused(Refusal.ABSENT, carts().merge(guests, customer, strategy));
        refused(Refusal.ABSENT, carts().merge(mine, customer, strategy));
    }

    @Test
    void merging_changes_nothing_where_it_cannot() {
        Product mug = sold(10);
        Product tea = sold(5, EUR);
        String customer = UUID.randomUUID().toString();
        String mine = CartId.next();
        now(carts().create(mine, customer, EUR));
        kept(carts().add(mine, new Visitor.Customer(customer), tea.sku(), 1));
        String guests = guests();
        kept(carts().add(guests, ANYBODY, mug.sku(), 1));

        refused(Refusal.CURRENCY_MISMATCH, carts().merge(guests, customer, MergeStrategy.SUM));
        kept(carts().remove(mine, new Visitor.Customer(customer), tea.sku()));

        Cart merged = kept(carts().merge(guests, customer, MergeStrategy.SUM));
        assertEquals(USD, merged.currency());
        String full = guests();
        for (int i = 0; i < Cart.MAX_LINES; i++) {
            kept(carts().add(full, ANYBODY, sold(1).sku(), 1));
        }
        refused(Refusal.TOO_MANY_LINES, carts().merge(full, customer, MergeStrategy.SUM));
        assertEquals(merged, kept(carts().readMine(customer)));
        assertEquals(Cart.MAX_LINES, kept(carts().read(full, ANYBODY)).lines().size());
    }

    @Test
    void who_has_no_cart_gets_one_by_merging() {
        Product mug = sold(10);
        String guests = guests();
        kept(carts().add(guests, ANYBODY, mug.sku(), 3));
        String customer = UUID.randomUUID().toString();

        Cart merged = kept(carts().merge(guests, customer, MergeStrategy.KEEP));

        assertEquals(customer, merged.customerId());
        assertEquals(List.of(line(mug, 3)), merged.lines());
        assertEquals(START.plus(Duration.ofDays(90)), merged.expiresAt());
        assertEquals(merged, kept(carts().readMine(customer)));
    }

    @Test
    void a_cart_is_discarded_with_the_version_it_has() {
        String customer = UUID.randomUUID().toString();
        String id = CartId.next();
        now(carts().create(id, customer, USD));

        refused(Refusal.CHANGED, carts().discard(id, new Visitor.Neighbour(), 2L));
        assertEquals(new CartOutcome.Gone(), now(carts().discard(id, new Visitor.Neighbour(), 1L)));

        refused(Refusal.ABSENT, carts().readMine(customer));
        refused(Refusal.ABSENT, carts().discard(id, new Visitor.Neighbour(), 1L));
    }

    @Test
    void the_view_knows_what_it_was_read_from() {
        String part = "topic-" + UUID.randomUUID();

        assertEquals(Set.of(part), now(products().unread(Set.of(part))));
        now(products().noteReading(part));
        assertEquals(Set.of(part), now(products().unread(Set.of(part))));
        now(products().noteRead(part));

        assertTrue(now(products().unread(Set.of(part))).isEmpty());
        assertFalse(now(products().unread(Set.of(part, part + "-2"))).isEmpty());
    }

    @Test
    void what_is_unknown_while_the_view_is_being_read_may_be_sold_all_the_same() {
        Product mug = sold(10);
        String id = guests();
        String part = "topic-" + UUID.randomUUID();
        now(products().noteReading(part));

        refused(Refusal.VIEW_BEHIND, carts().add(id, ANYBODY, "NOBODY-KNOWS", 1));
        kept(carts().add(id, ANYBODY, mug.sku(), 1));
        now(products().noteRead(part));

        refused(Refusal.UNKNOWN_SKU, carts().add(id, ANYBODY, "NOBODY-KNOWS", 1));
    }

    static <T> T now(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(20));
    }

    static Cart kept(Uni<CartOutcome> answer) {
        return assertInstanceOf(Kept.class, now(answer)).cart();
    }

    static void refused(Refusal reason, Uni<CartOutcome> answer) {
        assertEquals(new CartOutcome.Refused(reason), now(answer));
    }

    String guests() {
        String id = CartId.next();
        now(carts().create(id, null, USD));
        return id;
    }

    Product sold(long price) {
        return sold(price, USD);
    }

    private Product sold(long price, Currency currency) {
        String sku = "S-" + UUID.randomUUID().toString().toUpperCase();
        Product product = new Product(sku, "Thing: a " + sku, new Money(price, currency), true, 1);
        now(products().keep(product));
        return product;
    }

    private Product next(Product former, long price, boolean active, Currency currency) {
        Product product =
                new Product(
                        former.sku(),
                        former.name(),
                        new Money(price, currency),
                        active,
                        former.version() + 1);
        now(products().keep(product));
        return product;
    }

    private static CartLine line(Product product, int qty) {
        return new CartLine(
                product.sku(),
                product.name(),
                qty,
                product.price(),
                product.price(),
                false,
                product.version());
    }

    private static Money money(long amount) {
        return new Money(amount, USD);
    }
}
