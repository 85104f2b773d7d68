package io.swiftcart.platform.invariants;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** The report: every rule of this service, by id. */
public record InvariantsView(Instant checkedAt, List<InvariantView> invariants) {

    /** One rule, and what was found. */
    public record InvariantView(String id, boolean holds, long figure, List<String> violations) {}

    static InvariantsView of(Instant checkedAt, SortedMap<String, Finding> findings) {
        return new InvariantsView(
                checkedAt,
                findings.entrySet().stream()
                        .map(
                                found ->
                                        new InvariantView(
                                                found.getKey(),
                                                found.getValue().holds(),
                                                found.getValue().figure(),
                                                found.getValue().violations()))
                        .toList());
    }
}
