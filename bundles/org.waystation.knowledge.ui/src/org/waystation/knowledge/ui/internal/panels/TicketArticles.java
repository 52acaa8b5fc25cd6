package org.waystation.knowledge.ui.internal.panels;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.live.LiveValue;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.actions.MakeArticle;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.WidgetId;

/** Beside a ticket: the articles it is linked with, and those that may help. */
@Component(service = RecordPanel.class)
public final class TicketArticles implements RecordPanel {

    private static final int SUGGESTED = 4;

    private final ArticleService articles;
    private final RecordNavigator navigator;
    private final MakeArticle make;

    @Activate
    public TicketArticles(
            @Reference ArticleService articles, @Reference RecordNavigator navigator, @Reference MakeArticle make) {
        this.articles = articles;
        this.navigator = navigator;
        this.make = make;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public String title() {
        return "Articles";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void create(Composite parent, Look look, RecordRef record) {
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 4;
        parent.setLayout(column);
        ArticleList linked = new ArticleList(
                parent,
                look,
                "",
                id -> navigator.open(new RecordRef(EntityKind.ARTICLE, id)),
                "close",
                "Take the link away",
                id -> articles.link(id, record, false));
        ArticleList suggested = new ArticleList(
                parent,
                look,
                "May help",
                id -> navigator.open(new RecordRef(EntityKind.ARTICLE, id)),
                "link",
                "Link with this ticket",
                id -> articles.link(id, record, true));
        WidgetId.set(
                        new FlatButton(parent, look, FlatButton.Kind.QUIET)
                                .text("Make an article from this ticket")
                                .icon("plus")
                                .onPress(() -> make.run(record)),
                        "waystation.ticket.makeArticle")
                .setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, false));
        Executor ui = parent.getDisplay()::asyncExec;
        List<LiveValue> live = List.of(
                articles.followLinked(record, ui, rows -> show(linked, rows)),
                articles.followSuggestions(record.id(), SUGGESTED, ui, rows -> show(suggested, rows)));
        parent.addListener(SWT.Dispose, event -> live.forEach(LiveValue::close));
    }

    private static void show(ArticleList list, List<ArticleRow> rows) {
        if (!list.isDisposed()) {
            list.show(rows);
        }
    }
}
