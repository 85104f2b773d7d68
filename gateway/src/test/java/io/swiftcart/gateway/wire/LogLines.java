package io.swiftcart.gateway.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The lines of one log category, and of all below it, while it is open. */
public final class LogLines extends Handler implements AutoCloseable {

    /** A line with the correlation id it was written under. */
    public record Line(String text, String correlationId) {}

    private static final PatternFormatter FORM = new PatternFormatter("%s%e");

    private final Logger logger;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    public LogLines(String category) {
        logger = Logger.getLogger(category);
        logger.addHandler(this);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        ExtLogRecord whole = ExtLogRecord.wrap(entry);
        lines.add(new Line(FORM.format(whole), whole.getMdc("correlationId")));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
