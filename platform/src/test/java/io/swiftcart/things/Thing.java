package io.swiftcart.things;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with one member of each kind. */
public record Thing(
        @NotBlank @Size(max = 20) String name,
        @Min(1) int qty,
        @Nullable Long big,
        @Nullable Boolean flag,
        @Nullable Kind kind,
        @Nullable UUID id,
        @Nullable Currency currency,
        @Nullable List<@NotBlank String> tags,
        @Nullable Map<String, @NotBlank String> labels,
        @Nullable List<@Valid Part> parts) {

    public enum Kind {
        ROUND,
        SQUARE
    }

    public record Part(@Min(1) int size) {}
}
