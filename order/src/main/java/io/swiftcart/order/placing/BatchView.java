package io.swiftcart.order.placing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the orders of a batch, in their order. */
@Schema(
        name = "BatchAnswer",
        requiredProperties = {"items"})
@RegisterForReflection(registerFullHierarchy = true)
record BatchView(List<Item> items) {

    /** The answer that the order would have got by itself. */
    @Schema(
            name = "BatchAnswerItem",
            requiredProperties = {"index", "status", "body"})
    record Item(
            int index,
            @Schema(description = "HTTP status", examples = "201") int status,
            @Schema(implementation = Object.class, description = "An order, or a problem")
                    JsonNode body) {}
}
