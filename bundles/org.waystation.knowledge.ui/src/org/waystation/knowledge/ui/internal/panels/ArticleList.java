package org.waystation.knowledge.ui.internal.panels;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** A few articles, one a line; a press opens one, and a button links it or takes the link away. */
final class ArticleList extends Panel {

    private final Look look;
    private final String heading;
    private final Consumer<UUID> open;
    private final String icon;
    private final String verb;
    private final Consumer<UUID> other;
    private List<ArticleRow> shown = List.of();

    /**
     * @param heading above the lines; none for empty
     * @param icon of the second button
     * @param verb what the second button does, such as "Link"
     */
    ArticleList(
            Composite parent,
            Look look,
            String heading,
            Consumer<UUID> open,
            String icon,
            String verb,
            Consumer<UUID> other) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        this.heading = heading;
        this.open = open;
        this.icon = icon;
        this.verb = verb;
        this.other = other;
        GridLayout rows = new GridLayout(2, false);
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.horizontalSpacing = 0;
        rows.verticalSpacing = 0;
        setLayout(rows);
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    /** Whether there is anything in it. */
    boolean any() {
        return !shown.isEmpty();
    }

    void show(List<ArticleRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        for (Control child : getChildren()) {
            child.dispose();
        }
        if (!heading.isEmpty() && !rows.isEmpty()) {
            new TextLine(this, look, TextStyle.SMALL, Tone.DIM)
                    .text(heading)
                    .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        }
        rows.forEach(this::line);
        requestLayout();
    }

    private void line(ArticleRow row) {
        FlatButton leads = WidgetId.set(
                new FlatButton(this, look, FlatButton.Kind.QUIET)
                        .icon("article")
                        .text(row.title())
                        .onPress(() -> open.accept(row.id())),
                "waystation.articles.beside");
        leads.setToolTipText(Optional.of(row.snippet().text())
                .filter(text -> !text.isEmpty())
                .map(text -> text.replace("&", "&&"))
                .orElse(null));
        GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
        fill.widthHint = 60;
        leads.setLayoutData(fill);
        new FlatButton(this, look, FlatButton.Kind.QUIET)
                .icon(icon)
                .name(verb + ": " + row.title())
                .onPress(() -> other.accept(row.id()))
                .setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    }
}
