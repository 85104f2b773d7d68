package io.swiftcart.gateway.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a replay came to. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Replay")
@RegisterForReflection(registerFullHierarchy = true)
record ReplayView(
        @Schema(required = true) long matched,
        @Schema(
                        required = true,
                        description =
                                "Fewer than matched after a dry run, or when time ran out: ask again.")
                long replayed,
        @Schema(required = true) boolean dryRun) {

    static ReplayView merged(Collection<ReplayView> answers) {
        return new ReplayView(
                answers.stream().mapToLong(ReplayView::matched).sum(),
                answers.stream().mapToLong(ReplayView::replayed).sum(),
                answers.stream().allMatch(ReplayView::dryRun));
    }
}
