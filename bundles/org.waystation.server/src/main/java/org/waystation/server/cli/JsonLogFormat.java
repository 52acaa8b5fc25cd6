package org.waystation.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.waystation.server.record.Json;

/** One JSON object a line, for programs that collect logs. */
final class JsonLogFormat extends Formatter {

    @Override
    public String format(LogRecord event) {
        ObjectNode line = Json.object();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().getName());
        line.put("logger", event.getLoggerName());
        line.put("message", formatMessage(event));
        if (event.getThrown() != null) {
            StringWriter stack = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(stack));
            line.put("stack", stack.toString());
        }
        return Json.text(line) + "\n";
    }
}
