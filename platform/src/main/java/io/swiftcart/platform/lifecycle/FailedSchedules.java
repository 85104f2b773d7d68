package io.swiftcart.platform.lifecycle;

import io.quarkus.scheduler.FailedExecution;
import io.swiftcart.platform.problem.Faults;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Tells of background work that failed, in the place of the scheduler: a part that is away for a
 * moment is one line, a defect comes with its stack. The work is tried again at its next time.
 */
@Singleton
class FailedSchedules {
    private static final Logger LOG = Logger.getLogger(FailedSchedules.class);

    private final Running running;

    FailedSchedules(Running running) {
        this.running = running;
    }

    void tell(@Observes FailedExecution failed) {
        String work = failed.getExecution().getTrigger().getMethodDescription();
        if (!Faults.away(failed.getException())) {
            LOG.errorf(failed.getException(), "%s has failed", work);
        } else if (running.now()) {
            LOG.warnf("%s waits, a part is away: %s", work, failed.getException());
        }
    }
}
