package io.swiftcart.platform.inbox;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * A consumer that has ended, or that stands still, makes the service not ready: it looks alive and
 * lets facts lie.
 */
@Readiness
@ApplicationScoped
class ConsumersReady implements HealthCheck {
    private final HealthCenter channels;
    private final ConsumerProgress progress;

    ConsumersReady(HealthCenter channels, ConsumerProgress progress) {
        this.channels = channels;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> ended =
                channels.getLiveness().getChannels().stream()
                        .filter(channel -> !channel.isOk())
                        .map(HealthReport.ChannelInfo::getChannel)
                        .toList();
        List<String> stuck = progress.stuck();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Consumers get on")
                        .status(ended.isEmpty() && stuck.isEmpty());
        ended.forEach(channel -> answer.withData(channel, "has ended"));
        stuck.forEach(partition -> answer.withData(partition, "stands still"));
        return answer.build();
    }
}
