package org.waystation.knowledge.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.actions.MakeArticle;

/** Makes an article from the ticket that is selected. */
public final class ArticleFromTicket {

    @CanExecute
    boolean canExecute(
            @Optional @Nullable MakeArticle make,
            @Optional @Nullable @Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
        return make != null
                && selected instanceof RecordRef record
                && record.kind().equals(EntityKind.TICKET);
    }

    @Execute
    void execute(MakeArticle make, @Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
        if (selected instanceof RecordRef record) {
            make.run(record);
        }
    }
}
