package org.waystation.knowledge.ui.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.PickSheet;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Assets the article is about and tickets it came from or was used for. */
final class Links extends Card {

    private static final int FOUND = 8;

    private final Desk desk;
    private final Consumer<RecordRef> open;
    private final Panel lines;
    private final FlatButton add;
    private Optional<ArticleView> shown = Optional.empty();

    Links(Composite parent, Desk desk, Consumer<RecordRef> open) {
        super(parent, desk.look());
        this.desk = desk;
        this.open = open;
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 4;
        column.marginHeight = 8;
        column.verticalSpacing = 2;
        setLayout(column);
        TextLine title = new TextLine(this, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text("Assets and tickets");
        GridData head = new GridData(SWT.FILL, SWT.TOP, true, false);
        head.horizontalIndent = 8;
        title.setLayoutData(head);
        lines = new Panel(this, desk.look(), Tone.PANEL);
        lines.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout rows = new GridLayout(2, false);
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.horizontalSpacing = 0;
        rows.verticalSpacing = 0;
        lines.setLayout(rows);
        add = WidgetId.set(
                new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                        .text("Link an asset or a ticket…")
                        .icon("plus")
                        .onPress(this::choose),
                "waystation.article.addLink");
        add.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, false));
    }

    void show(ArticleView view) {
        boolean same = shown.filter(before -> before.links().equals(view.links()) && mayLink(before) == mayLink(view))
                .isPresent();
        shown = Optional.of(view);
        add.setEnabled(mayLink(view));
        if (same) {
            return;
        }
        for (Control line : lines.getChildren()) {
            line.dispose();
        }
        view.links().forEach(link -> line(link, mayLink(view)));
        requestLayout();
    }

    private static boolean mayLink(ArticleView view) {
        return view.actions().mayChange("ticketIds") || view.actions().mayChange("assetIds");
    }

    private void line(LinkedRecord link, boolean mayUpdate) {
        boolean held = !link.title().isEmpty();
        String what = link.ref().kind().equals(EntityKind.ASSET) ? "An asset" : "A ticket";
        FlatButton leads = new FlatButton(lines, desk.look(), FlatButton.Kind.QUIET)
                .icon(icon(link.ref().kind()))
                .text(held ? link.title() : what + " that is not held here")
                .onPress(() -> open.accept(link.ref()));
        leads.setEnabled(held);
        leads.setToolTipText(link.detail().isEmpty() ? null : link.detail().replace("&", "&&"));
        GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
        fill.widthHint = 60;
        leads.setLayoutData(fill);
        FlatButton unlink = new FlatButton(lines, desk.look(), FlatButton.Kind.QUIET)
                .icon("close")
                .name("Take the link with " + link.title() + " away")
                .onPress(() -> change(link.ref(), false, "Not linked with " + link.title() + " any more"));
        unlink.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        unlink.setEnabled(mayUpdate);
    }

    private static String icon(EntityKind kind) {
        return kind.equals(EntityKind.ASSET) ? "asset" : "ticket";
    }

    /** Lets one choose what to link. */
    void choose() {
        new PickSheet<LinkedRecord>(
                        getShell(),
                        desk.look(),
                        desk.ui(),
                        "Link an asset or a ticket",
                        "Name, serial or number",
                        this::find,
                        link -> new PickSheet.Line(icon(link.ref().kind()), link.title(), link.detail()))
                .onPick(link -> change(link.ref(), true, ""))
                .open();
    }

    /** Assets first. */
    private CompletionStage<List<LinkedRecord>> find(String text) {
        return desk.articles()
                .linkable(EntityKind.ASSET, text, FOUND)
                .thenCombine(desk.articles().linkable(EntityKind.TICKET, text, FOUND), (assets, tickets) -> {
                    List<LinkedRecord> all = new ArrayList<>(assets);
                    all.addAll(tickets);
                    return all;
                });
    }

    private void change(RecordRef ref, boolean linked, String done) {
        shown.ifPresent(view -> desk.change(desk.articles().link(view.article().id(), ref, linked), done));
    }
}
