package io.swiftcart.gateway.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What must hold, and whether it does.
 *
 * @param checkedAt when the first service began to look
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Invariants")
@RegisterForReflection(registerFullHierarchy = true)
record InvariantsView(
        @Schema(required = true) Instant checkedAt,
        @Schema(required = true) List<InvariantView> invariants) {

    /** One rule over all services that look at a part of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "Invariant")
    record InvariantView(
            @Schema(required = true, examples = "I3") String id,
            @Schema(required = true) boolean holds,
            @Schema(required = true, description = "How many things were looked at.") long figure,
            @Schema(required = true) List<String> violations) {

        private InvariantView and(InvariantView other) {
            return new InvariantView(
                    id,
                    holds && other.holds,
                    figure + other.figure,
                    Stream.concat(violations.stream(), other.violations.stream()).toList());
        }
    }

    /** The reports of all services as one, by id. */
    static InvariantsView merged(Collection<InvariantsView> reports) {
        TreeMap<String, InvariantView> byId = new TreeMap<>();
        reports.stream()
                .flatMap(report -> report.invariants().stream())
                .forEach(found -> byId.merge(found.id(), found, InvariantView::and));
        Instant began =
                reports.stream()
                        .map(InvariantsView::checkedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new InvariantsView(began, List.copyOf(byId.values()));
    }
}
