package org.waystation.shell.internal.actions;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.internal.editors.Editors;

/** Which record the technician means: the selected one, else the one of the active editor, else of the visible one. */
public final class RecordAtHand {

    private RecordAtHand() {}

    public static Optional<RecordRef> find(@Nullable Object selection, @Nullable MPart active, Editors editors) {
        Object one = selection instanceof List<?> many && !many.isEmpty() ? many.getFirst() : selection;
        if (one instanceof RecordRef record) {
            return Optional.of(record);
        }
        return Optional.ofNullable(active)
                .flatMap(Editors::record)
                .or(() -> editors.visible().flatMap(Editors::record));
    }
}
