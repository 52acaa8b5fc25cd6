package org.waystation.knowledge.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.knowledge.ui.internal.Desks;
import org.waystation.knowledge.ui.internal.page.ArticlePage;
import org.waystation.knowledge.ui.internal.write.Drafts;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Tone;

/** The editor of one article. */
public final class ArticleEditorPart {

    private final MPart part;
    private final ESelectionService selection;
    private final RecordPanels panels;
    private final RecordNavigator navigator;
    private final Drafts drafts;
    private final RecordRef ref;
    private final LateView<ArticleService, ArticlePage> page;

    @Inject
    public ArticleEditorPart(
            Desks desks,
            MPart part,
            Drafts drafts,
            ESelectionService selection,
            @Service RecordNavigator navigator,
            @Service RecordPanels panels) {
        this.part = part;
        this.drafts = drafts;
        this.selection = selection;
        this.navigator = navigator;
        this.panels = panels;
        this.ref = new RecordRef(
                EntityKind.ARTICLE, UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID)));
        this.page = new LateView<>(
                desks.look(), desks.ui(), Tone.EDITOR, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        page.create(parent);
    }

    @Inject
    void use(@Optional @Service @Nullable ArticleService service) {
        page.use(service);
    }

    private ArticlePage make(Composite ground, Desk desk) {
        ArticlePage made = new ArticlePage(ground, desk, ref.id(), drafts, navigator::open, Program::launch);
        made.onArticle(article -> {
            part.setLabel(article.title());
            part.setTooltip(article.title());
        });
        panels.place(made.guests(), ref).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return made;
    }

    @Focus
    void focus() {
        selection.setSelection(ref);
        page.get().ifPresent(ArticlePage::setFocus);
    }

    public void edit() {
        page.get().ifPresent(ArticlePage::edit);
    }

    public void versions() {
        page.get().ifPresent(ArticlePage::toggleVersions);
    }

    public void link() {
        page.get().ifPresent(ArticlePage::link);
    }
}
