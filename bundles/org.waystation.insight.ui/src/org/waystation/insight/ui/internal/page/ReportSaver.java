package org.waystation.insight.ui.internal.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightService.Form;
import org.waystation.api.notify.Notification;
import org.waystation.insight.ui.internal.Desk;

/** Puts a report into a file that the technician names: beside it first, and in its place once it is whole. */
record ReportSaver(Desk desk) {

    private static final String GROUP = "Insight";

    void save(Shell shell, InsightReport report, Form form) {
        String ending = form.name().toLowerCase(Locale.ROOT);
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save " + report.title() + " as " + form);
        dialog.setFileName(fileName(report) + "." + ending);
        dialog.setFilterExtensions("*." + ending);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(report, form, Path.of(chosen));
        }
    }

    /** Names of companies are foreign text: only what no system takes for a path stays. */
    static String fileName(InsightReport report) {
        String name = report.title().replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip();
        return "Insight " + (name.isEmpty() ? "report" : name) + " "
                + report.query().last();
    }

    CompletableFuture<Void> write(InsightReport report, Form form, Path file) {
        return CompletableFuture.supplyAsync(() -> beside(file))
                .thenCompose(part -> {
                    OutputStream out = open(part);
                    return desk.insight().write(report, form, out).whenComplete((done, failure) -> {
                        close(out);
                        finish(part, file, failure == null);
                    });
                })
                .whenComplete((done, failure) -> tell(file, failure))
                .toCompletableFuture();
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static OutputStream open(Path part) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void finish(Path part, Path file, boolean whole) {
        try {
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void tell(Path file, Throwable failure) {
        desk.notifications()
                .show(
                        failure == null
                                ? new Notification(
                                        Notification.Level.INFO,
                                        GROUP,
                                        "saved",
                                        "The report is saved",
                                        file.toString(),
                                        List.of())
                                : new Notification(
                                        Notification.Level.ERROR,
                                        GROUP,
                                        "saved",
                                        "The report was not saved",
                                        "Nothing was written to " + file + ": " + failure.getMessage()
                                                + " Choose another folder.",
                                        List.of()));
    }
}
