package org.waystation.shell.internal.handlers;

import jakarta.inject.Named;
import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.internal.actions.ContextActions;
import org.waystation.shell.internal.actions.RecordAtHand;
import org.waystation.shell.internal.editors.Editors;
import org.waystation.shell.panel.RecordActions.Offer;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;

/** Offers what can be done with the record at hand. */
public final class ShowContextActions {

    @CanExecute
    boolean canExecute(
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) @Nullable Object selection,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart active,
            Editors editors) {
        return RecordAtHand.find(selection, active, editors).isPresent();
    }

    @Execute
    void execute(
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) @Nullable Object selection,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart active,
            Editors editors,
            ContextActions actions,
            UISynchronize ui,
            Look look) {
        RecordRef record = RecordAtHand.find(selection, active, editors).orElseThrow();
        Object anchor = active == null ? null : active.getWidget();
        if (anchor instanceof Control control) {
            actions.offers(record).thenAccept(offers -> ui.asyncExec(() -> open(control, look, offers)));
        }
    }

    private static void open(Control anchor, Look look, List<Offer> offers) {
        if (anchor.isDisposed()) {
            return;
        }
        List<MenuChoice> choices = offers.isEmpty()
                ? List.of(MenuChoice.heading("Nothing to offer here"))
                : offers.stream()
                        .map(offer -> MenuChoice.of(offer.label(), offer.run()))
                        .toList();
        Control focus = anchor.getDisplay().getFocusControl();
        new PopupMenu(focus == null ? anchor : focus, look, choices).open();
    }
}
