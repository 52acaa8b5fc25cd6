package org.waystation.companies.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.companies.ui.internal.Desks;
import org.waystation.companies.ui.internal.list.CompaniesView;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.theme.Tone;

/** The tool window with the companies. */
public final class CompaniesPart {

    private final RecordNavigator navigator;
    private final ESelectionService selection;
    private final LateView<CompanyService, CompaniesView> view;

    @Inject
    public CompaniesPart(Desks desks, @Service RecordNavigator navigator, ESelectionService selection) {
        this.navigator = navigator;
        this.selection = selection;
        this.view = new LateView<>(
                desks.look(), desks.ui(), Tone.PANEL, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        view.create(parent);
    }

    @Inject
    void use(@Optional @Service @Nullable CompanyService service) {
        view.use(service);
    }

    private CompaniesView make(Composite ground, Desk desk) {
        CompaniesView made =
                new CompaniesView(ground, desk, id -> navigator.open(new RecordRef(EntityKind.COMPANY, id)));
        made.onSelect(id -> selection.setSelection(
                id.map(company -> new RecordRef(EntityKind.COMPANY, company)).orElse(null)));
        return made;
    }

    @Focus
    void focus() {
        view.get().ifPresent(CompaniesView::setFocus);
    }
}
