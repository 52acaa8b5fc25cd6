package org.waystation.assets.ui.internal.parts;

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
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.Desks;
import org.waystation.assets.ui.internal.Services;
import org.waystation.assets.ui.internal.editor.AssetPage;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Tone;

/** The editor of one asset. */
public final class AssetEditorPart {

    private final MPart part;
    private final ESelectionService selection;
    private final RecordPanels panels;
    private final RecordNavigator navigator;
    private final RecordRef ref;
    private final LateView<Services, AssetPage> page;

    @Inject
    public AssetEditorPart(
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
                EntityKind.ASSET, UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID)));
        this.page = new LateView<>(
                desks.look(), desks.ui(), Tone.EDITOR, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        page.create(parent);
    }

    @Inject
    void use(@Optional @Nullable Services service) {
        page.use(service);
    }

    private AssetPage make(Composite ground, Desk desk) {
        AssetPage made = new AssetPage(ground, desk, ref.id(), navigator::open);
        made.onAsset(asset -> {
            part.setLabel(asset.name());
            part.setTooltip(asset.name());
        });
        panels.place(made.guests(), ref).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return made;
    }

    @Focus
    void focus() {
        selection.setSelection(ref);
        page.get().ifPresent(AssetPage::setFocus);
    }
}
