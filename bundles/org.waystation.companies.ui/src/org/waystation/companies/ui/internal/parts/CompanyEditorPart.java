package org.waystation.companies.ui.internal.parts;

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
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.companies.ui.internal.Desks;
import org.waystation.companies.ui.internal.page.CompanyPage;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Tone;

/** The editor of one company. */
public final class CompanyEditorPart {

    private final MPart part;
    private final ESelectionService selection;
    private final RecordPanels panels;
    private final RecordNavigator navigator;
    private final RecordRef ref;
    private final LateView<CompanyService, CompanyPage> page;

    @Inject
    public CompanyEditorPart(
            Desks desks,
            MPart part,
            ESelectionService selection,
            @Service RecordNavigator navigator,
            @Service RecordPanels panels) {
        this.part = part;
        this.selection = selection;
        this.navigator = navigator;
        this.panels = panels;
        this.ref = new RecordRef(
                EntityKind.COMPANY, UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID)));
        this.page = new LateView<>(
                desks.look(), desks.ui(), Tone.EDITOR, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        page.create(parent);
    }

    @Inject
    void use(@Optional @Service @Nullable CompanyService service) {
        page.use(service);
    }

    private CompanyPage make(Composite ground, Desk desk) {
        CompanyPage made = new CompanyPage(ground, desk, ref.id(), navigator::open);
        made.onName(name -> {
            part.setLabel(name);
            part.setTooltip(name);
        });
        panels.place(made.guests(), ref).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return made;
    }

    @Focus
    void focus() {
        selection.setSelection(ref);
        page.get().ifPresent(CompanyPage::setFocus);
    }
}
