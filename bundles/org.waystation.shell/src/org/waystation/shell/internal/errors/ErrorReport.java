package org.waystation.shell.internal.errors;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

/** What is needed to look into an error, as text to be pasted into a report. It holds no data of records by itself. */
record ErrorReport(String where, Throwable error, Instant at, String version) {

    /** One line for the notification: what kind of error it was and what it said. */
    String summary() {
        String message = error.getMessage();
        String name = error.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    /** Errors of the same kind from the same place have the same key, so that they are told once. */
    String key() {
        StackTraceElement[] stack = error.getStackTrace();
        return "error-" + error.getClass().getName() + (stack.length == 0 ? "" : "@" + stack[0]);
    }

    String text() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("Waystation " + version + " at " + at);
        out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        out.println(where);
        out.println();
        error.printStackTrace(out);
        return text.toString();
    }
}
