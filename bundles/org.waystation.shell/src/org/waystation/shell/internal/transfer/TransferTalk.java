package org.waystation.shell.internal.transfer;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Level;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.RecordRef;
import org.waystation.api.transfer.ImportResult;
import org.waystation.api.work.WorkService;
import org.waystation.shell.files.SaveAs;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;

/** Asks how and where, then runs it in the background and tells what came of it. */
@Creatable
public final class TransferTalk {

    private static final String OWNER = "org.waystation.shell";
    private static final String GROUP = "Import and export";
    private static final int MOST_TOLD = 5;

    private final Transfers transfers;
    private final WorkService work;
    private final Notifications notifications;
    private final Look look;

    @Inject
    public TransferTalk(Transfers transfers, WorkService work, Notifications notifications, Look look) {
        this.transfers = transfers;
        this.work = work;
        this.notifications = notifications;
        this.look = look;
    }

    /** Offers the ways out for a record. */
    public void export(Control anchor, RecordRef record) {
        List<MenuChoice> choices = transfers.out(record.kind()).stream()
                .map(out -> MenuChoice.of(out.way().name(), () -> export(anchor.getShell(), out, record)))
                .toList();
        offer(anchor, choices, "Nothing here can export this");
    }

    /** Offers the ways in. */
    public void importing(Control anchor) {
        List<MenuChoice> choices = transfers.in().stream()
                .map(in -> MenuChoice.of(in.way().name(), () -> importing(anchor.getShell(), in)))
                .toList();
        offer(anchor, choices, "Nothing here can import");
    }

    private void offer(Control anchor, List<MenuChoice> choices, String none) {
        new PopupMenu(anchor, look, choices.isEmpty() ? List.of(MenuChoice.heading(none)) : choices).open();
    }

    private void export(Shell shell, Transfers.Out out, RecordRef record) {
        Transfers.Way way = out.way();
        String name = record.kind() + (way.extension().isEmpty() ? "" : "." + way.extension());
        new SaveAs(shell, way.name())
                .ask(name)
                .ifPresent(chosen ->
                        run(way.name(), transfers.write(out, List.of(record), chosen), file -> "Written to " + file));
    }

    private void importing(Shell shell, Transfers.In in) {
        Transfers.Way way = in.way();
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(way.name());
        dialog.setFilterExtensions("*." + way.extension());
        String chosen = dialog.open();
        if (chosen != null) {
            run(way.name(), transfers.read(in, Path.of(chosen)), TransferTalk::told);
        }
    }

    private interface Telling<T> {
        String sentence(T result);
    }

    private <T> void run(String name, CompletionStage<T> stage, Telling<T> telling) {
        work.start(OWNER, name, progress -> stage.toCompletableFuture().join()).whenComplete((result, failure) -> {
            if (failure == null) {
                tell(Level.INFO, name + " is done", telling.sentence(result));
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                Throwable first = cause.getCause() == null ? cause : cause.getCause();
                tell(Level.ERROR, name + " did not work", String.valueOf(first.getMessage()));
            }
        });
    }

    private static String told(ImportResult result) {
        StringBuilder text = new StringBuilder(result.made() + " made");
        if (!result.leftOut().isEmpty()) {
            text.append(", ").append(result.leftOut().size()).append(" left out:");
            result.leftOut().stream()
                    .limit(MOST_TOLD)
                    .forEach(line -> text.append('\n').append(line));
        }
        return text.toString();
    }

    private void tell(Level level, String title, String detail) {
        notifications.show(new Notification(level, GROUP, "", title, detail, List.of()));
    }
}
