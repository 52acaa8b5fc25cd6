package org.waystation.sync.ui.internal.scope;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.extensions.Service;
import org.waystation.api.navigate.RecordNavigator;

/** Opens the editor of what is taken along. */
public final class ChangeScope {

    @Execute
    void execute(@Service RecordNavigator navigator) {
        navigator.open(ScopeEditor.REF);
    }
}
