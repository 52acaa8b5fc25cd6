package org.waystation.shell.internal.errors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.shell.widgets.CopiedText;

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

    private final SafeCaller safe;
    private final PartTrouble trouble;
    private final Arrivals arrivals;

    @Inject
    public ErrorsAddon(
            Display display,
            Notifications notifications,
            SafeCaller safe,
            FaultNotices notices,
            IContributionFactory factory,
            IEclipseContext context) {
        this.safe = safe;
        this.trouble = new PartTrouble(context, safe, notices);
        this.display = display;
        this.notifications = notifications;
        this.version = FrameworkUtil.getBundle(getClass()).getVersion().toString();
        context.set(StatusReporter.class, new Reporter());
        this.arrivals = new Arrivals(FrameworkUtil.getBundle(getClass()).getBundleContext());
        context.set(IContributionFactory.class, new GuardedContributions(factory, safe, trouble, arrivals));
        Platform.addLogListener(logged);
        // What a listener throws ends with that listener; the event that it was called for goes on to the others.
        display.setRuntimeExceptionHandler(this::uncaught);
        display.setErrorHandler(this::uncaught);
    }

    /** Into the log, from where it comes to the technician. */
    static void log(String message, Throwable error) {
        Platform.getLog(FrameworkUtil.getBundle(ErrorsAddon.class))
                .log(new Status(IStatus.ERROR, "org.waystation.shell", message, error));
    }

    private void uncaught(Throwable error) {
        if (!attributed("code on the UI thread", error)) {
            log("Uncaught on the UI thread", error);
        }
    }

    /** Whether it is a plug-in's: then it is told of as that, and the part that it came from shows it. */
    private boolean attributed(String what, Throwable error) {
        Optional<PluginDescription> culprit = culprit(error);
        culprit.ifPresent(plugin -> {
            safe.report(plugin, what + " threw " + error, error);
            if (Display.getCurrent() == display) {
                trouble.strike(plugin, error);
            }
        });
        return culprit.isPresent();
    }

    private Optional<PluginDescription> culprit(Throwable error) {
        Optional<PluginDescription> found = error.getCause() == null ? Optional.empty() : culprit(error.getCause());
        return found.or(() -> safe.culprit(List.of(error.getStackTrace())));
    }

    @PreDestroy
    void stop() {
        Platform.removeLogListener(logged);
        arrivals.close();
    }

    private void logged(IStatus status, String plugin) {
        Throwable error = status.getException();
        if (status.getSeverity() == IStatus.ERROR && error != null && !attributed(status.getMessage(), error)) {
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
                List.of(new Notification.Action("Copy report", () -> CopiedText.copy(report.text())))));
    }

    /** What the platform calls with uncaught exceptions of the UI thread. */
    private final class Reporter extends StatusReporter {

        @Override
        public void report(IStatus status, int style, Object... information) {
            // From the log it comes to the notification.
            Platform.getLog(FrameworkUtil.getBundle(ErrorsAddon.class)).log(status);
        }

        @Override
        public IStatus newStatus(int severity, String message, @Nullable Throwable exception) {
            return new Status(severity, "org.waystation.shell", message, exception);
        }
    }
}
