package io.swiftcart.notification.sent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Orders that were heard of, by id.
 *
 * @param nextCursor the last order here; null on the last page
 */
@Schema(name = "Notifications")
record NotificationsView(
        @Schema(required = true) List<OrderNotifications> items,
        @JsonInclude @Schema(required = true, nullable = true) @Nullable UUID nextCursor) {

    /** The mails of one order, sent or still due: {@code confirmed}, {@code failed} … */
    @Schema(name = "OrderNotifications")
    record OrderNotifications(
            @Schema(required = true) UUID orderId, @Schema(required = true) List<String> kinds) {}

    static NotificationsView of(List<OrderNotifications> items, int limit) {
        return new NotificationsView(
                items, items.size() < limit ? null : items.getLast().orderId());
    }
}
