package org.waystation.sessions.ui.internal.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.session.RemoteFile;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.work.WorkProgress;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.sessions.ui.internal.session.SessionWords;
import org.waystation.shell.text.SafeName;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ProgressBar;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Files of this machine on the left, of the remote one on the right, and what goes between them. */
public final class FilesPane extends Panel {

    private static final long SHOWN_EVERY_NANOS = 100_000_000;

    private final SessionDesk desk;
    private final RemoteSession session;
    private final FolderPane local;
    private final FolderPane remote;
    private final TextLine doing;
    private final ProgressBar progress;
    private final FlatButton cancel;
    private AtomicBoolean cancelled = new AtomicBoolean();

    public FilesPane(Composite parent, SessionDesk desk, RemoteSession session) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        this.session = session;
        setLayout(Columns.of(2, 0, 0, 1));
        local = Columns.grow(new FolderPane(this, desk, "This machine", new LocalFolder()));
        remote = Columns.grow(new FolderPane(this, desk, session.request().title(), new RemoteFolder(session)));
        local.action("Upload", "waystation.files.upload", this::upload);
        remote.action("Download", "waystation.files.download", this::download);
        Panel status = new Panel(this, desk.look(), Tone.PANEL);
        GridData row = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        row.horizontalSpan = 2;
        status.setLayoutData(row);
        status.setLayout(Columns.of(3, 12, 4, 10));
        doing = Columns.fill(new TextLine(status, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text("Enter opens a folder or sends a file across."));
        WidgetId.set(doing, "waystation.files.status");
        progress = new ProgressBar(status, desk.look());
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = 180;
        progress.setLayoutData(width);
        cancel = new FlatButton(status, desk.look(), FlatButton.Kind.PLAIN)
                .text("Stop")
                .onPress(() -> cancelled.set(true));
        busy(false);
        local.open("");
        remote.open("");
    }

    private void busy(boolean busy) {
        progress.setVisible(busy);
        cancel.setVisible(busy);
    }

    private void upload(Entry entry) {
        if (entry.folder()) {
            return;
        }
        String target =
                remote.folder().endsWith("/") ? remote.folder() + entry.name() : remote.folder() + "/" + entry.name();
        transfer(
                "Sending " + entry.name(),
                remote,
                (files, shown) -> files.upload(Path.of(entry.path()), target, shown));
    }

    private void download(Entry entry) {
        if (entry.folder()) {
            return;
        }
        RemoteFile file = new RemoteFile(entry.path(), entry.name(), false, false, entry.size(), entry.modifiedAt());
        transfer(
                "Fetching " + entry.name(),
                local,
                (files, shown) -> files.download(file, SafeName.in(Path.of(local.folder()), entry.name()), shown));
    }

    /** One transfer. */
    private interface Transfer {
        void run(org.waystation.api.session.RemoteFiles files, WorkProgress shown) throws IOException;
    }

    private void transfer(String what, FolderPane changed, Transfer transfer) {
        cancelled = new AtomicBoolean();
        AtomicBoolean stop = cancelled;
        doing.tone(Tone.DIM).text(what);
        progress.show(0, Tone.ACCENT);
        busy(true);
        CompletableFuture<Boolean> done = session.withFiles(what, (files, work) -> {
                    transfer.run(files, new Shown(what, stop));
                    return !stop.get();
                })
                .toCompletableFuture();
        desk.follow(
                done,
                whole -> finished(
                        whole ? what + ": done" : what + ": stopped; the next try goes on from here",
                        Tone.DIM,
                        changed),
                reason -> finished(what + " failed: " + reason, Tone.BAD, changed));
    }

    private void finished(String sentence, Tone tone, FolderPane changed) {
        if (!isDisposed()) {
            busy(false);
            doing.tone(tone).text(sentence);
            changed.refresh();
        }
    }

    @Override
    public boolean setFocus() {
        return remote.setFocus();
    }

    /** Shows progress, a few times a second. */
    private final class Shown implements WorkProgress {

        private final String what;
        private final AtomicBoolean stop;
        private long last;

        Shown(String what, AtomicBoolean stop) {
            this.what = what;
            this.stop = stop;
        }

        @Override
        public boolean cancelled() {
            return stop.get();
        }

        @Override
        public void at(long done, long total) {
            long now = System.nanoTime();
            if (now - last > SHOWN_EVERY_NANOS || done == total) {
                last = now;
                desk.ui().execute(() -> {
                    if (!isDisposed() && total > 0) {
                        progress.show(done / (double) total, Tone.ACCENT);
                        doing.text(what + ": " + SessionWords.size(done) + " of " + SessionWords.size(total));
                    }
                });
            }
        }
    }
}
