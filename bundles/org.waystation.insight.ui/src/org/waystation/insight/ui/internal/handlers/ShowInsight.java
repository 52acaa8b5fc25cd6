package org.waystation.insight.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.jspecify.annotations.Nullable;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.InsightService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.RecordRef;

/** Opens the insight into all companies. */
public final class ShowInsight {

    @CanExecute
    boolean canExecute(@Optional @Service @Nullable InsightService insight) {
        return insight != null;
    }

    @Execute
    void execute(@Service InsightService insight, @Service RecordNavigator navigator) {
        navigator.open(new RecordRef(InsightService.KIND, insight.id(InsightScope.all())));
    }
}
