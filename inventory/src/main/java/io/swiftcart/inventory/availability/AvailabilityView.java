package io.swiftcart.inventory.availability;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be had of each SKU that was asked for, once each, in the order of asking. */
@Schema(name = "Availability")
record AvailabilityView(List<Item> items) {

    /**
     * One SKU.
     *
     * @param available units; 0 for a SKU without stock
     */
    @Schema(name = "AvailabilityItem")
    record Item(String sku, int available) {}
}
