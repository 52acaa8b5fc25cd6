package org.waystation.assets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.Desks;
import org.waystation.assets.ui.internal.Services;
import org.waystation.assets.ui.internal.editor.NewAssetSheet;
import org.waystation.assets.ui.internal.list.AssetsView;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.theme.Tone;

/** The tool window with the assets. */
public final class AssetsPart {

    private final RecordNavigator navigator;
    private final ESelectionService selection;
    private final LateView<Services, AssetsView> view;

    @Inject
    public AssetsPart(Desks desks, @Service RecordNavigator navigator, ESelectionService selection) {
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
    void use(@Optional @Nullable Services service) {
        view.use(service);
    }

    private AssetsView make(Composite ground, Desk desk) {
        AssetsView made = new AssetsView(ground, desk, id -> navigator.open(new RecordRef(EntityKind.ASSET, id)));
        made.onSelect(id -> selection.setSelection(
                id.map(asset -> new RecordRef(EntityKind.ASSET, asset)).orElse(null)));
        made.onNew(() -> new NewAssetSheet(
                        ground.getShell(), desk, id -> navigator.open(new RecordRef(EntityKind.ASSET, id)))
                .open());
        return made;
    }

    /** Does something with what is listed, once it is there. */
    public void with(Consumer<AssetsView> work) {
        view.get().ifPresent(work);
    }

    @Focus
    void focus() {
        view.get().ifPresent(AssetsView::setFocus);
    }
}
