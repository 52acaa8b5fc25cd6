package org.waystation.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** One line an event: time, level, where, keys with values and the message; then the stack of a failure. */
public final class LogFormat extends Formatter {

    /** Held here, since the log manager forgets loggers and their levels when nobody holds them. */
    private static final List<Logger> TALKATIVE = Stream.of("org.eclipse.jetty", "com.zaxxer.hikari", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    /** Makes this the form of everything that is logged, on standard error. */
    public static void install() {
        install(new LogFormat());
    }

    /** The same, as one JSON object a line. */
    static void installJson() {
        install(new JsonLogFormat());
    }

    private static void install(Formatter format) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(format);
        root.addHandler(console);
        root.setLevel(Level.INFO);
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    @Override
    public String format(LogRecord event) {
        String name = event.getLoggerName() == null ? "" : event.getLoggerName();
        StringBuilder line = new StringBuilder()
                .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(name.substring(name.lastIndexOf('.') + 1))
                .append(' ')
                // One event, one line: nobody forges lines through a value.
                .append(formatMessage(event).replaceAll("\\R", "\\\\n"))
                .append('\n');
        if (event.getThrown() != null) {
            StringWriter stack = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(stack));
            line.append(stack);
        }
        return line.toString();
    }
}
