package org.waystation.knowledge.ui.internal.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.ArticleView.Version;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Line;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** The versions of an article, and what differs between the chosen one and the one before it or the present one. */
public final class VersionsView extends Panel {

    /** What the chosen version is compared with. */
    private enum Against {
        BEFORE("Changes of this version"),
        PRESENT("What changed since");

        private final String label;

        Against(String label) {
            this.label = label;
        }
    }

    private final Desk desk;
    private final ScrollArea area;
    private final EmptyState nothing;
    private final Panel right;
    private final TextLine title;
    private final Choice<Against> against;
    private final FlatButton restore;
    private final DiffText diff;
    private final List<VersionLine> lines = new ArrayList<>();
    private Consumer<ArticleText> restored = ignored -> {};
    private Runnable over = () -> {};
    private Optional<ArticleView> shown = Optional.empty();
    private long chosen = -1;
    private int asked;

    public VersionsView(Composite parent, Desk desk) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        GridLayout columns = new GridLayout(2, false);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        columns.horizontalSpacing = 0;
        setLayout(columns);
        area = new ScrollArea(this, desk.look(), Tone.PANEL);
        GridData left = new GridData(SWT.LEFT, SWT.FILL, false, true);
        left.widthHint = 220;
        area.setLayoutData(left);
        area.content().setLayout(column(0, 8));
        nothing = new EmptyState(this, desk.look(), Tone.EDITOR);
        nothing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        nothing.showEmpty(
                "versions",
                "No versions are here yet",
                "The server keeps one for each text that is saved; they come with the next sync.",
                "",
                () -> {});
        right = new Panel(this, desk.look(), Tone.EDITOR);
        right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        right.setLayout(column(0, 0));
        Panel head = new Panel(right, desk.look(), Tone.EDITOR);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout row = new GridLayout(3, false);
        row.marginWidth = 16;
        row.marginHeight = 10;
        row.horizontalSpacing = 8;
        head.setLayout(row);
        title = new TextLine(head, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        against = new Choice<>(head, desk.look(), Tone.EDITOR, "Compare", List.of(Against.values()), one -> one.label);
        against.value(Against.BEFORE);
        against.onChange(other -> compare());
        restore = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Bring this text back")
                        .icon("undo")
                        .onPress(this::restore),
                "waystation.versions.restore");
        diff = new DiffText(right, desk.look());
        diff.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        show(right, false);
    }

    private static GridLayout column(int width, int height) {
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = width;
        column.marginHeight = height;
        column.verticalSpacing = 2;
        return column;
    }

    /** Called with the text of a version that shall be the present one again. */
    public void onRestore(Consumer<ArticleText> listener) {
        restored = listener;
    }

    /** What Escape does. */
    public void onOver(Runnable listener) {
        over = listener;
    }

    public void show(ArticleView view) {
        boolean same = shown.map(ArticleView::versions).equals(Optional.of(view.versions()));
        shown = Optional.of(view);
        if (same) {
            return;
        }
        lines.forEach(Control::dispose);
        lines.clear();
        for (Version version : view.versions()) {
            VersionLine line = WidgetId.set(
                    new VersionLine(area.content(), desk, version, () -> choose(version.revision())),
                    "waystation.versions." + version.revision());
            line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            line.addListener(SWT.KeyDown, this::arrow);
            line.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ESCAPE) {
                    event.doit = false;
                    over.run();
                }
            });
            lines.add(line);
        }
        boolean any = !view.versions().isEmpty();
        show(right, any);
        show(nothing, !any);
        layout();
        area.refresh();
        if (any) {
            boolean held = view.versions().stream().anyMatch(version -> version.revision() == chosen);
            choose(held ? chosen : view.versions().getFirst().revision());
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    private void arrow(Event event) {
        int step = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        int next = index() + step;
        if (step != 0 && next >= 0 && next < lines.size()) {
            choose(lines.get(next).version().revision());
            lines.get(next).setFocus();
        }
    }

    private int index() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).version().revision() == chosen) {
                return i;
            }
        }
        return 0;
    }

    private void choose(long revision) {
        chosen = revision;
        lines.forEach(line -> line.choose(line.version().revision() == revision));
        compare();
    }

    private void compare() {
        if (lines.isEmpty() || shown.isEmpty()) {
            return;
        }
        int index = index();
        Version version = lines.get(index).version();
        ArticleText now = shown.get().text();
        boolean toPresent = against.value().filter(Against.PRESENT::equals).isPresent();
        ArticleText before = toPresent
                ? version.text()
                : index + 1 < lines.size() ? lines.get(index + 1).version().text() : new ArticleText("", "");
        ArticleText after = toPresent ? now : version.text();
        restore.setEnabled(!version.text().equals(now));
        title.text(version.text().title());
        int mine = ++asked;
        CompletableFuture.supplyAsync(() -> TextDiff.of(whole(before), whole(after)))
                .thenAccept(found -> desk.ui().execute(() -> show(mine, found)));
    }

    /** The title is the first line, so that a change of it is seen too. */
    private static String whole(ArticleText text) {
        return text.title().isEmpty() ? text.body() : text.title() + "\n\n" + text.body();
    }

    private void show(int mine, List<Line> found) {
        if (!isDisposed() && mine == asked) {
            diff.show(found);
        }
    }

    private void restore() {
        if (!lines.isEmpty()) {
            restored.accept(lines.get(index()).version().text());
        }
    }

    @Override
    public boolean setFocus() {
        // Asked while it is disposed, too.
        return !lines.isEmpty()
                && !lines.get(index()).isDisposed()
                && lines.get(index()).setFocus();
    }
}
