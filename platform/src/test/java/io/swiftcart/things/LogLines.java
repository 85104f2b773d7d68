package io.swiftcart.things;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open. */
public final class LogLines extends Handler implements AutoCloseable {
    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    private LogLines() {}

    public static LogLines open() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    public List<ExtLogRecord> matching(Predicate<ExtLogRecord> condition) {
        return records.stream().filter(condition).toList();
    }

    public List<ExtLogRecord> under(String correlationId) {
        return matching(line -> correlationId.equals(line.getMdc("correlationId")));
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord extended = ExtLogRecord.wrap(line);
        extended.copyAll();
        records.add(extended);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
