package io.swiftcart.catalog.categories;

import io.swiftcart.catalog.domain.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A category as a manager writes it, whole: what is left out of a change is emptied, but for the
 * slug.
 *
 * @param slug unique; left out, it is made of the name at first and kept later, so that addresses
 *     last
 * @param parentId the category it hangs on; left out, it is a root
 */
@Schema(name = "CategoryRequest")
record CategoryRequest(
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                String name,
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN) @Nullable String slug,
        @Size(max = 1000) @Nullable String description,
        @Nullable UUID parentId) {

    String descriptionOrEmpty() {
        return description == null ? "" : description;
    }
}
