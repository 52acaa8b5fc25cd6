package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.search.SearchEverywhere;

/** Finds a command by its name. */
public final class FindAction {

    @Execute
    void execute(SearchEverywhere search) {
        search.open(SearchEverywhere.COMMANDS);
    }
}
