package org.waystation.shell.internal.search;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.internal.actions.ContextActions;
import org.waystation.shell.internal.editors.RecentRecords;
import org.waystation.shell.internal.editors.Titles;
import org.waystation.shell.internal.settings.SettingsOpener;
import org.waystation.shell.theme.Look;

/** Opens the sheet over the window with all providers there are at that moment. */
public final class SearchEverywhere {

    public static final String ALL = SearchSheet.ALL;
    public static final String COMMANDS = Commands.GROUP;
    public static final String RECENT = RecentProvider.GROUP;

    private final MWindow window;
    private final Look look;
    private final SearchProviders providers;
    private final Commands commands;
    private final SearchProvider recent;
    private final SettingsOpener settings;
    private final ContextActions actions;
    private final ExecutorService workers;
    private final Lanes lanes;
    private Optional<SearchSheet> sheet = Optional.empty();

    @Inject
    public SearchEverywhere(
            MWindow window,
            IEclipseContext context,
            Look look,
            SearchProviders providers,
            RecentRecords recent,
            Titles titles,
            RecordNavigator navigator,
            SettingsOpener settings,
            ContextActions actions) {
        this.window = window;
        this.look = look;
        this.providers = providers;
        this.commands = ContextInjectionFactory.make(Commands.class, context);
        this.recent = new RecentProvider(recent, titles, navigator);
        this.settings = settings;
        this.actions = actions;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "search-everywhere");
            thread.setDaemon(true);
            return thread;
        });
        this.lanes = new Lanes(workers);
    }

    /** Opens the sheet on a tab, or turns the open one to it. */
    public void open(String tab) {
        if (sheet.filter(SearchSheet::isOpen).isPresent()) {
            sheet.get().turn(tab);
        } else if (window.getWidget() instanceof Shell shell) {
            Display display = shell.getDisplay();
            List<SearchProvider> all = new ArrayList<>(
                    providers.now(coming -> display.asyncExec(() -> sheet.ifPresent(open -> open.add(coming)))));
            all.add(recent);
            all.add(commands.provider());
            all.add(settings.searchProvider());
            SearchSheet opened = new SearchSheet(shell, look, all, lanes, actions);
            sheet = Optional.of(opened);
            // A sheet that is kept would keep the providers of plug-ins that have left.
            opened.onClose(() -> sheet = sheet.filter(other -> other != opened));
            opened.open(tab);
        }
    }

    void stop() {
        sheet.ifPresent(SearchSheet::close);
        workers.shutdownNow();
    }
}
