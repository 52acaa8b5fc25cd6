package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.search.SearchEverywhere;

/** Searches everywhere. */
public final class OpenSearch {

    @Execute
    void execute(SearchEverywhere search) {
        search.open(SearchEverywhere.ALL);
    }
}
