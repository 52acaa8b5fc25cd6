package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.search.SearchEverywhere;

/** Shows what was worked on lately. */
public final class Recent {

    @Execute
    void execute(SearchEverywhere search) {
        search.open(SearchEverywhere.RECENT);
    }
}
