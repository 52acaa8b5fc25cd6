package org.waystation.plugins.ui.tests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the host says of rules that packages break; with the developer switch, as here, it installs them all the same. */
final class BrokenRules extends Handler implements AutoCloseable {

    private static final Logger HOST = Logger.getLogger("org.waystation.plugins.internal.host.InstallRules");

    private final List<String> told = new CopyOnWriteArrayList<>();

    BrokenRules() {
        HOST.addHandler(this);
    }

    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void publish(LogRecord entry) {
        told.add(new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        HOST.removeHandler(this);
    }
}
