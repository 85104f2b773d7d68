package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.Bill;
import io.swiftcart.order.domain.pricing.Item;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.order.domain.pricing.TaxRates;
import io.swiftcart.order.neighbours.Cart;
import io.swiftcart.order.pricing.Product;
import io.swiftcart.order.pricing.Products;
import io.swiftcart.order.pricing.PromotionTable;
import io.swiftcart.order.pricing.ShippingTable;
import io.swiftcart.order.pricing.Taxes;
import io.swiftcart.order.session.SessionRepository.CartOrder;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices a session at this moment: products from our own view, never from the cart, with shipping,
 * promotion and tax.
 */
@ApplicationScoped
class AppraiseSession {
    /** The most that payment takes at once. */
    private static final long TOTAL_MAX = 999_999_999_999L;

    private final Database database;
    private final SessionRepository sessions;
    private final Products products;
    private final PromotionTable promotions;
    private final ShippingTable shipping;
    private final Taxes taxes;
    private final Clock clock;

    AppraiseSession(
            Database database,
            SessionRepository sessions,
            Products products,
            PromotionTable promotions,
            ShippingTable shipping,
            Taxes taxes,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.products = products;
        this.promotions = promotions;
        this.shipping = shipping;
        this.taxes = taxes;
        this.clock = clock;
    }

    Uni<Appraisal> of(Session session) {
        List<String> skus = session.cart().lines().stream().map(Cart.Line::sku).toList();
        return products.sold(skus).chain(sold -> price(session, sold));
    }

    private Uni<Appraisal> price(Session session, Map<String, Product> sold) {
        Currency currency = Currency.getInstance(session.cart().currency());
        List<Requirement> missing = new ArrayList<>();
        List<Item> items = items(session.cart(), sold, currency, missing);
        return Uni.combine()
                .all()
                .unis(
                        shipping.options(session.country(), currency, Bill.grams(items)),
                        taxes.in(session.country()),
                        promotions.of(session.promotion()),
                        sessions.orderOf(database.pool(), session.cart()))
                .with(
                        (options, rates, promotion, ordered) ->
                                appraise(
                                        session,
                                        items,
                                        options,
                                        rates,
                                        holding(promotion, currency),
                                        ordered,
                                        missing));
    }

    /** What is no longer sold is shown at the price of the cart, and stands in the way. */
    private static List<Item> items(
            Cart cart, Map<String, Product> sold, Currency currency, List<Requirement> missing) {
        List<Item> items = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            Product product = sold.get(line.sku());
            if (product == null || !product.price().currency().equals(currency)) {
                missing.add(Requirement.notSold(items.size()));
                items.add(
                        new Item(
                                line.sku(),
                                line.name(),
                                line.qty(),
                                new Money(line.unitPrice(), currency),
                                0,
                                TaxCategory.STANDARD));
            } else {
                items.add(
                        new Item(
                                product.sku(),
                                product.name(),
                                line.qty(),
                                product.price(),
                                product.weightGrams(),
                                product.taxCategory()));
            }
        }
        return items;
    }

    private @Nullable Promotion holding(@Nullable Promotion promotion, Currency currency) {
        return promotion != null && promotion.holds(clock.instant(), currency) ? promotion : null;
    }

    private static Appraisal appraise(
            Session session,
            List<Item> items,
            List<ShippingOption> options,
            TaxRates rates,
            @Nullable Promotion promotion,
            @Nullable CartOrder ordered,
            List<Requirement> missing) {
        ShippingOption chosen =
                options.stream()
                        .filter(option -> option.code().equals(session.shippingOption()))
                        .findFirst()
                        .orElse(null);
        Money zero = Money.zero(Currency.getInstance(session.cart().currency()));
        Bill bill = Bill.of(items, promotion, chosen == null ? zero : chosen.amount(), rates);
        if (ordered != null) {
            missing.add(Requirement.CART_ORDERED);
        }
        if (items.isEmpty()) {
            missing.add(Requirement.CART_EMPTY);
        }
        if (session.customer() == null) {
            missing.add(Requirement.CUSTOMER);
        }
        if (session.shippingAddress() == null) {
            missing.add(Requirement.ADDRESS);
        }
        if (chosen == null) {
            missing.add(
                    session.shippingOption() == null
                            ? Requirement.OPTION
                            : Requirement.OPTION_GONE);
        }
        if (session.promotion() != null && promotion == null) {
            missing.add(Requirement.PROMOTION);
        }
        long total = bill.totals().total().minorUnits();
        if (!items.isEmpty() && (total < 1 || total > TOTAL_MAX)) {
            missing.add(Requirement.TOTAL);
        }
        return new Appraisal(bill, options, chosen, promotion, ordered, List.copyOf(missing));
    }
}
