package io.swiftcart.cart.storage;

import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartLine;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.Refusal;
import io.swiftcart.platform.money.Money;
import io.vertx.mutiny.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What the scripts answer, in the order of {@code kept} in {@code /redis/common.lua}: one word, and
 * for {@code kept} the cart and seven values for each of its lines.
 */
final class ReadAnswer {
    private static final int FIRST_LINE = 7;
    private static final int VALUES_OF_LINE = 7;

    private ReadAnswer() {}

    static CartOutcome outcome(Response answer) {
        return switch (text(answer, 0)) {
            case "kept" -> new CartOutcome.Kept(cart(answer));
            case "gone" -> new CartOutcome.Gone();
            case String reason -> new CartOutcome.Refused(Refusal.of(reason));
        };
    }

    static Cart cart(Response answer) {
        Currency currency = Currency.getInstance(text(answer, 3));
        List<CartLine> lines = new ArrayList<>();
        for (int i = FIRST_LINE; i < answer.size(); i += VALUES_OF_LINE) {
            lines.add(line(answer, i, currency));
        }
        String owner = text(answer, 2);
        return new Cart(
                text(answer, 1),
                owner.isEmpty() ? null : owner,
                currency,
                number(answer, 4),
                Instant.ofEpochMilli(number(answer, 5)),
                List.copyOf(lines),
                new Money(number(answer, 6), currency));
    }

    private static CartLine line(Response answer, int first, Currency currency) {
        return new CartLine(
                text(answer, first),
                text(answer, first + 4),
                Math.toIntExact(number(answer, first + 1)),
                new Money(number(answer, first + 2), currency),
                new Money(number(answer, first + 3), currency),
                text(answer, first + 5).equals("0"),
                number(answer, first + 6));
    }

    private static String text(Response answer, int index) {
        return answer.get(index).toString();
    }

    private static long number(Response answer, int index) {
        return Long.parseLong(text(answer, index));
    }
}
