package org.waystation.knowledge.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.live.TypedFilter;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.profile.SealedState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.knowledge.ui.internal.Desks;
import org.waystation.knowledge.ui.internal.list.ArticlesView;
import org.waystation.knowledge.ui.internal.page.NewArticleSheet;
import org.waystation.knowledge.ui.internal.write.Drafts;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.theme.Tone;

/** The tool window with the articles; its filter comes back, and may name a customer, so it is kept encrypted. */
public final class ArticlesPart {

    private static final String FILTER = "org.waystation.knowledge.list.filter";

    private final RecordNavigator navigator;
    private final ESelectionService selection;
    private final Drafts drafts;
    private final LateView<ArticleService, ArticlesView> view;
    private @Nullable SealedState state;

    @Inject
    public ArticlesPart(Desks desks, @Service RecordNavigator navigator, ESelectionService selection, Drafts drafts) {
        this.navigator = navigator;
        this.selection = selection;
        this.drafts = drafts;
        this.view = new LateView<>(
                desks.look(), desks.ui(), Tone.PANEL, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        view.create(parent);
    }

    @Inject
    void keepIn(@Optional @Service @Nullable SealedState sealed) {
        state = sealed;
    }

    @Inject
    void use(@Optional @Service @Nullable ArticleService service) {
        view.use(service);
    }

    private ArticlesView make(Composite ground, Desk desk) {
        ArticlesView made = new ArticlesView(ground, desk, this::open);
        made.onSelect(id -> selection.setSelection(
                id.map(article -> new RecordRef(EntityKind.ARTICLE, article)).orElse(null)));
        made.onNew(() -> new NewArticleSheet(ground.getShell(), desk, id -> {
                    drafts.writeNext(id);
                    open(id);
                })
                .open());
        made.onFilter(this::keep);
        restore(made, desk);
        return made;
    }

    private void open(UUID id) {
        navigator.open(new RecordRef(EntityKind.ARTICLE, id));
    }

    private void restore(ArticlesView made, Desk desk) {
        if (state != null) {
            state.get(FILTER)
                    .thenAccept(kept -> desk.ui().execute(() -> {
                        if (!made.isDisposed() && made.filter().equals(TypedFilter.all())) {
                            kept.map(ArticleQuery::filter).ifPresent(made::choose);
                        }
                    }));
        }
    }

    private void keep(TypedFilter filter) {
        if (state != null) {
            state.put(FILTER, filter.toString());
        }
    }

    @Focus
    void focus() {
        view.get().ifPresent(ArticlesView::setFocus);
    }
}
