package org.waystation.shell.internal.errors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/**
 * Whatever nobody caught becomes a notification with a report to copy. The platform hands uncaught exceptions of the
 * UI thread to the status reporter, and logs those of handlers, parts and jobs.
 */
public final class ErrorsAddon {

    private static final String GROUP = "Errors";

    private final Display display;
    private final Notifications notifications;
    private final String version;
    private final ILogListener logged = this::logged;

    @Inject
    public ErrorsAddon(Display display, Notifications notifications, IEclipseContext context) {
        this.display = display;
        this.notifications = notifications;
        this.version = FrameworkUtil.getBundle(getClass()).getVersion().toString();
        context.set(StatusReporter.class, new Reporter());
        Platform.addLogListener(logged);
    }

    @PreDestroy
    void stop() {
        Platform.removeLogListener(logged);
    }

    private void logged(IStatus status, String plugin) {
        Throwable error = status.getException();
        if (status.getSeverity() == IStatus.ERROR && error != null) {
            tell(new ErrorReport(plugin + ": " + status.getMessage(), error, Instant.now(), version));
        }
    }

    private void tell(ErrorReport report) {
        notifications.show(new Notification(
                Notification.Level.ERROR,
                GROUP,
                report.key(),
                "Something went wrong here, your work is safe",
                report.summary(),
                List.of(new Notification.Action("Copy report", () -> copy(report.text())))));
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** What the platform calls with uncaught exceptions of the UI thread. */
    private final class Reporter extends StatusReporter {

        @Override
        public void report(IStatus status, int style, Object... information) {
            // Into the log, from where it comes to the notification.
            Platform.getLog(FrameworkUtil.getBundle(ErrorsAddon.class)).log(status);
        }

        @Override
        public IStatus newStatus(int severity, String message, @Nullable Throwable exception) {
            return new Status(severity, "org.waystation.shell", message, exception);
        }
    }
}
