package org.waystation.knowledge.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.jspecify.annotations.Nullable;
import org.waystation.knowledge.ui.internal.parts.ArticleEditorPart;

/** Lets one choose what to link the article in front with. */
public final class LinkArticle {

    @CanExecute
    boolean canExecute(@Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart part) {
        return part != null && part.getObject() instanceof ArticleEditorPart;
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_PART) MPart part) {
        if (part.getObject() instanceof ArticleEditorPart editor) {
            editor.link();
        }
    }
}
