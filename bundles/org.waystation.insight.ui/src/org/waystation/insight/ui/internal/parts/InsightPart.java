package org.waystation.insight.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.insight.InsightService;
import org.waystation.api.record.RecordRef;
import org.waystation.insight.ui.internal.Desk;
import org.waystation.insight.ui.internal.Desks;
import org.waystation.insight.ui.internal.page.InsightPage;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Tone;

/** The editor of one insight. */
public final class InsightPart {

    private final MPart part;
    private final ESelectionService selection;
    private final UUID id;
    private final LateView<InsightService, InsightPage> page;

    @Inject
    public InsightPart(Desks desks, MPart part, ESelectionService selection) {
        this.part = part;
        this.selection = selection;
        this.id = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
        this.page = new LateView<>(
                desks.look(), desks.ui(), Tone.EDITOR, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        page.create(parent);
    }

    @Inject
    void use(@Optional @Service @Nullable InsightService service) {
        page.use(service);
    }

    private InsightPage make(Composite ground, Desk desk) {
        InsightPage made = new InsightPage(ground, desk, desk.insight().scope(id));
        made.onTitle(title -> {
            part.setLabel("Insight: " + title);
            part.setTooltip("Insight: " + title);
        });
        return made;
    }

    @Focus
    void focus() {
        selection.setSelection(new RecordRef(InsightService.KIND, id));
        page.get().ifPresent(InsightPage::setFocus);
    }
}
