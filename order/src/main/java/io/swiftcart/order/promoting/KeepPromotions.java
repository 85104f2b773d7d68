package io.swiftcart.order.promoting;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.pricing.PromotionTable;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes promotions, changes and shows them. */
@ApplicationScoped
class KeepPromotions {
    private final PromotionTable promotions;
    private final Clock clock;

    KeepPromotions(PromotionTable promotions, Clock clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    /** A problem with status 409 when another promotion has the code. */
    Uni<PromotionView> make(PromotionRequest request) {
        request.requireWhole();
        return promotions
                .insert(request.at(clock.instant()))
                .onItem()
                .ifNull()
                .failWith(
                        () ->
                                new Problem(
                                        OrderProblem.PROMOTION_CODE_TAKEN, "Choose another code."))
                .map(PromotionView::from);
    }

    /** A problem with status 404 when there is none, 412 when it is at another version. */
    Uni<PromotionView> change(String code, long version, PromotionRequest request) {
        request.requireWhole();
        if (!request.code().equals(code)) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "A promotion keeps its code.")
                    .pointing("/code", "is not that of the address");
        }
        return one(code)
                .chain(() -> promotions.update(request.at(clock.instant()), version))
                .onItem()
                .ifNull()
                .failWith(ETags::stale)
                .map(PromotionView::from);
    }

    Uni<PromotionView> one(String code) {
        return promotions
                .find(code)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such promotion."))
                .map(PromotionView::from);
    }

    Uni<Page<PromotionView>> list(Limit limit, @Nullable String cursor) {
        List<String> after = Cursor.decode(cursor, 1);
        return promotions
                .list(after.isEmpty() ? null : after.getFirst(), limit.plusOne())
                .map(found -> found.stream().map(PromotionView::from).toList())
                .map(found -> Page.of(found, limit, last -> Cursor.encode(last.code())));
    }
}
