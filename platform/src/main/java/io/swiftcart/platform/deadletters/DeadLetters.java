package io.swiftcart.platform.deadletters;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dead letters of this service, for 30 days. */
@ApplicationScoped
public class DeadLetters implements DeadLetterStore {
    /**
     * As long as the topic beside it; the inbox remembers longer, so that a late replay is safe.
     */
    private static final int RETENTION_DAYS = 30;

    private final Database database;
    private final DeadLetterRepository letters;

    DeadLetters(Database database, DeadLetterRepository letters) {
        this.database = database;
        this.letters = letters;
    }

    /**
     * Which letters are meant: of one topic or of all, and either those named or all that have not
     * been replayed yet.
     */
    public record Filter(@Nullable String topic, @Nullable List<UUID> ids) {}

    @Override
    public Uni<Void> keep(DeadLetter letter) {
        return letters.insert(database.pool(), letter);
    }

    /** The newest first, older than {@code before} where that is given. */
    public Uni<List<DeadLetter>> page(@Nullable String topic, @Nullable UUID before, int most) {
        return letters.page(database.pool(), topic, before, most);
    }

    /** How many letters the filter means. */
    public Uni<Long> count(Filter filter) {
        return letters.count(database.pool(), filter.topic(), filter.ids());
    }

    /** The oldest of them, younger than {@code after} where that is given. */
    public Uni<List<DeadLetter>> next(Filter filter, @Nullable UUID after, int most) {
        return letters.next(database.pool(), filter.topic(), filter.ids(), after, most);
    }

    /** Notes that a letter has been sent again. */
    public Uni<Void> replayed(DeadLetter letter, Instant now) {
        return letters.replayed(database.pool(), letter.id(), now);
    }

    @Scheduled(every = "${swiftcart.dead-letters.clean-up:1h}", delayed = "1m")
    Uni<Void> forgetOld() {
        return letters.forget(database.pool(), RETENTION_DAYS).replaceWithVoid();
    }
}
