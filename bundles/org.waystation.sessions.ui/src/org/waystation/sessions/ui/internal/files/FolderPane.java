package org.waystation.sessions.ui.internal.files;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.sessions.ui.internal.session.SessionWords;
import org.waystation.sessions.ui.internal.widgets.PaintedList;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** One machine's folder: its path, and what is in it, folders first. */
final class FolderPane extends Panel {

    private static final String UP = "..";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final SessionDesk desk;
    private final Folder folders;
    private final Panel head;
    private final TextLine path;
    private final PaintedList<Entry> list;
    private String folder = "";
    private Consumer<Entry> transfer = entry -> {};

    FolderPane(Composite parent, SessionDesk desk, String name, Folder folders) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        this.folders = folders;
        setLayout(Columns.of(1, 0, 0, 0));
        head = Columns.fill(new Panel(this, desk.look(), Tone.STRIP));
        head.setLayout(Columns.of(4, 12, 3, 8));
        new TextLine(head, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text(name);
        path = Columns.fill(new TextLine(head, desk.look(), TextStyle.SMALL, Tone.DIM));
        new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                .icon("refresh")
                .name("Read the folder again")
                .onPress(this::refresh);
        list = Columns.grow(new PaintedList<>(this, desk.look(), Tone.PANEL, name, false, FolderPane::line));
        WidgetId.set(list, "waystation.files." + (folders instanceof LocalFolder ? "local" : "remote"));
        list.onOpen(this::open);
    }

    private static PaintedList.Line line(Entry entry) {
        boolean up = entry.name().equals(UP);
        String right = up || entry.folder()
                ? ""
                : SessionWords.size(entry.size()) + "   "
                        + WHEN.format(entry.modifiedAt().atZone(ZoneId.systemDefault()));
        return new PaintedList.Line(
                up ? "undo" : entry.folder() ? "group" : "article",
                entry.folder() ? Tone.ACCENT : Tone.DIM,
                printable(entry.name()),
                "",
                right);
    }

    /** A name may hold anything; what cannot be seen is shown as a box. */
    private static String printable(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xfffd : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    void action(String label, String id, Consumer<Entry> newTransfer) {
        transfer = newTransfer;
        WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text(label)
                        .onPress(() -> list.selected().filter(e -> !e.folder()).ifPresent(transfer)),
                id);
    }

    String folder() {
        return folder;
    }

    private void open(Entry entry) {
        if (entry.folder()) {
            open(entry.path());
        } else {
            transfer.accept(entry);
        }
    }

    void refresh() {
        open(folder);
    }

    void open(String target) {
        desk.follow(folders.open(target), this::show, reason -> {
            if (!isDisposed()) {
                path.tone(Tone.BAD).text(reason);
            }
        });
    }

    private void show(Folder.Content content) {
        if (isDisposed()) {
            return;
        }
        folder = content.path();
        path.tone(Tone.DIM).text(folder);
        List<Entry> entries = new ArrayList<>(content.entries());
        entries.sort(Comparator.comparing((Entry e) -> !e.folder())
                .thenComparing(e -> e.name().toLowerCase(Locale.ROOT)));
        String above = folders.above(folder);
        if (!above.equals(folder)) {
            entries.addFirst(new Entry(above, UP, true, 0, java.time.Instant.EPOCH));
        }
        list.show(entries);
    }

    @Override
    public boolean setFocus() {
        return list.setFocus();
    }
}
