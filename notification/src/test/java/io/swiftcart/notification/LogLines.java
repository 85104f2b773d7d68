package io.swiftcart.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;

/** All that is logged while it listens, as the service writes it: with context and stack traces. */
final class LogLines extends Handler implements AutoCloseable {
    private final Formatter formatter = new JsonFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    static LogLines listen() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    List<String> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord whole = ExtLogRecord.wrap(line);
        whole.copyAll();
        lines.add(formatter.format(whole));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
