package io.swiftcart.platform.inbox;

import io.quarkus.runtime.StartupEvent;
import io.swiftcart.platform.deadletters.Replays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** A channel that does not hear the replays of its topics would let them lie without a word. */
@ApplicationScoped
class HearsReplays {
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topics?");

    /** The service does not start. */
    void check(@Observes StartupEvent started, Config config) {
        for (String property : config.getPropertyNames()) {
            Matcher channel = CHANNEL.matcher(property);
            if (channel.matches()) {
                check(channel.group(1), config.getValues(property, String.class));
            }
        }
    }

    private static void check(String channel, List<String> topics) {
        for (String topic : topics) {
            String replays = Replays.topicFor(Replays.topicOf(topic));
            if (!topics.contains(replays)) {
                throw new IllegalStateException(
                        "Channel " + channel + " must listen to " + replays + " too.");
            }
        }
    }
}
