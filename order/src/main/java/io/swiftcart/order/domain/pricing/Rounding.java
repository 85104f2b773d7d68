package io.swiftcart.order.domain.pricing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How amounts are rounded and split. Nothing here is negative, and nothing overflows on the way.
 */
final class Rounding {
    private Rounding() {}

    /** {@code amount × part / whole}, half a minor unit rounded up. */
    static long halfUp(long amount, long part, long whole) {
        return product(2 * part, amount)
                .add(BigInteger.valueOf(whole))
                .divide(BigInteger.valueOf(whole).shiftLeft(1))
                .longValueExact();
    }

    /**
     * Splits an amount in proportion to weights that add up to at least as much; the shares add up
     * to the amount, and none exceeds its weight. What is left after rounding down goes to the
     * largest fractions, of equal ones to the first.
     */
    static List<Long> split(long amount, List<Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (amount == 0) {
            return weights.stream().map(_ -> 0L).toList();
        }
        List<BigInteger[]> shares =
                weights.stream()
                        .map(
                                weight ->
                                        product(amount, weight)
                                                .divideAndRemainder(BigInteger.valueOf(whole)))
                        .toList();
        List<Long> split = new ArrayList<>();
        shares.forEach(share -> split.add(share[0].longValueExact()));
        long left = amount - split.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> split.set(i, split.get(i) + 1));
        return List.copyOf(split);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
