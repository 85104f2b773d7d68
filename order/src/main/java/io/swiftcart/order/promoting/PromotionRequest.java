package io.swiftcart.order.promoting;

import io.swiftcart.order.pricing.StoredPromotion;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as managers write it. PERCENTAGE needs {@code percent}; AMOUNT needs {@code amount}
 * in the minor unit and {@code currency}; BUY_X_GET_Y needs {@code sku}, {@code buy} and {@code
 * free}; FREE_SHIPPING needs nothing, and none may have what another needs.
 *
 * @param validFrom from then on; always when absent
 * @param validUntil until just before then; for ever when absent
 * @param usageLimit how many orders may have it; any number when absent
 * @param active true when absent
 */
@Schema(
        name = "PromotionRequest",
        examples = "{\"code\": \"WELCOME10\", \"kind\": \"PERCENTAGE\", \"percent\": 10}")
record PromotionRequest(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,63}") String code,
        @NotNull @Pattern(regexp = "PERCENTAGE|AMOUNT|FREE_SHIPPING|BUY_X_GET_Y") String kind,
        @Nullable @Min(1) @Max(100) Integer percent,
        @Nullable @Min(1) @Max(999_999_999_999L) Long amount,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,63}") String sku,
        @Nullable @Min(1) @Max(999) Integer buy,
        @Nullable @Min(1) @Max(999) Integer free,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validUntil,
        @Nullable @Min(0) Integer usageLimit,
        @Nullable Boolean active) {
    private static final Map<String, Set<String>> NEEDED =
            Map.of(
                    "PERCENTAGE", Set.of("percent"),
                    "AMOUNT", Set.of("amount", "currency"),
                    "BUY_X_GET_Y", Set.of("sku", "buy", "free"));

    /** A problem with status 400 when the kind lacks what it needs, or has what another needs. */
    void requireWhole() {
        Set<String> needed = NEEDED.getOrDefault(kind, Set.of());
        for (Map.Entry<String, Boolean> member : effect().entrySet()) {
            boolean needs = needed.contains(member.getKey());
            if (needs != member.getValue()) {
                throw refusal(
                        member.getKey(),
                        needs ? "is needed for this kind" : "means nothing for this kind");
            }
        }
        if (currency != null) {
            requireCurrency();
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw refusal("validUntil", "must be after validFrom");
        }
        for (Map.Entry<String, OffsetDateTime> time : times().entrySet()) {
            if (time.getValue().getYear() < 1 || time.getValue().getYear() > 9999) {
                throw refusal(time.getKey(), "must have a year of four digits");
            }
        }
    }

    /** The promotion as it is stored at this moment. What is counted and was before, stays. */
    StoredPromotion at(Instant now) {
        return new StoredPromotion(
                code,
                kind,
                percent,
                amount,
                currency,
                sku,
                buy,
                free,
                validFrom == null ? null : validFrom.toInstant(),
                validUntil == null ? null : validUntil.toInstant(),
                usageLimit,
                0,
                active == null || active,
                1,
                now,
                now);
    }

    /** What the kinds are made of, and whether it is said. */
    private Map<String, Boolean> effect() {
        Map<String, Boolean> said = new LinkedHashMap<>();
        said.put("percent", percent != null);
        said.put("amount", amount != null);
        said.put("currency", currency != null);
        said.put("sku", sku != null);
        said.put("buy", buy != null);
        said.put("free", free != null);
        return said;
    }

    private Map<String, OffsetDateTime> times() {
        Map<String, OffsetDateTime> times = new HashMap<>();
        if (validFrom != null) {
            times.put("validFrom", validFrom);
        }
        if (validUntil != null) {
            times.put("validUntil", validUntil);
        }
        return times;
    }

    private void requireCurrency() {
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(currency));
        if (!known) {
            throw refusal("currency", "is no currency");
        }
    }

    private static Problem refusal(String member, String detail) {
        return new Problem(CommonProblem.VALIDATION_FAILED, member + " " + detail + ".")
                .pointing("/" + member, detail);
    }
}
