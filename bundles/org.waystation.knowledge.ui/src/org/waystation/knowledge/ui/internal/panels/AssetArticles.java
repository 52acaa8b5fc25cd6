package org.waystation.knowledge.ui.internal.panels;

import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.live.LiveValue;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.TextLine;

/** Beside an asset: the articles about it. */
@Component(service = RecordPanel.class)
public final class AssetArticles implements RecordPanel {

    private final ArticleService articles;
    private final RecordNavigator navigator;

    @Activate
    public AssetArticles(@Reference ArticleService articles, @Reference RecordNavigator navigator) {
        this.articles = articles;
        this.navigator = navigator;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.ASSET);
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
        parent.setLayout(column);
        ArticleList linked = new ArticleList(
                parent,
                look,
                "",
                id -> navigator.open(new RecordRef(EntityKind.ARTICLE, id)),
                "close",
                "Take the link away",
                id -> articles.link(id, record, false));
        TextLine none = new TextLine(parent, look, TextStyle.BODY, Tone.DIM).text("Nothing is written about it yet");
        none.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        LiveValue live = articles.followLinked(record, parent.getDisplay()::asyncExec, rows -> {
            if (!linked.isDisposed()) {
                linked.show(rows);
                none.setVisible(rows.isEmpty());
                ((GridData) none.getLayoutData()).exclude = !rows.isEmpty();
                none.requestLayout();
            }
        });
        parent.addListener(SWT.Dispose, event -> live.close());
    }
}
