package org.waystation.shell.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.internal.actions.ContextActions;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** The sheet of Search Everywhere: what is typed on top, tabs, results. It closes when the focus goes elsewhere. */
final class SearchSheet {

    static final String ALL = "All";

    private static final int WIDTH = 640;
    private static final int HEIGHT = 452;
    /** Milliseconds in which results still take their place in order. */
    private static final int SETTLES_AFTER = 150;

    private static final int MOST_OF_ALL = 50;
    private static final int MOST_OF_ONE = 200;

    private final Display display;
    private final List<SearchProvider> providers;
    private final Lanes lanes;
    private final Shell shell;
    private final SearchInput input;
    private final SheetTabs tabs;
    private final ResultRows rows;
    private final ResultList list = new ResultList();
    private final AtomicBoolean refreshAsked = new AtomicBoolean();
    private final ContextActions actions;
    private SearchSession session;
    private boolean narrowed;
    private boolean acting;
    private boolean joining;

    SearchSheet(Shell window, Look look, List<SearchProvider> providers, Lanes lanes, ContextActions actions) {
        this.actions = actions;
        this.display = window.getDisplay();
        this.providers = new ArrayList<>(providers);
        this.lanes = lanes;
        this.session = new SearchSession("", List.of(), () -> {});
        shell = new Shell(window, SWT.NO_TRIM);
        shell.setText("Search everywhere");
        shell.setData("org.waystation.id", "waystation.search");
        shell.setBackground(look.color(Tone.LINE));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        layout.verticalSpacing = 0;
        shell.setLayout(layout);
        input = new SearchInput(shell, look);
        tabs = new SheetTabs(shell, look, groups(), this::turned);
        rows = new ResultRows(shell, look, list, this::choose);
        SheetFoot foot = new SheetFoot(shell, look);
        input.setLayoutData(row(SearchInput.HEIGHT));
        tabs.setLayoutData(row(SheetTabs.HEIGHT));
        rows.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        foot.setLayoutData(row(SheetFoot.HEIGHT));
        input.onType(this::search);
        input.onKey(this::key);
        place(window);
        shell.addListener(SWT.Deactivate, event -> display.asyncExec(this::close));
        shell.addListener(SWT.Dispose, event -> session.cancel());
    }

    void open(String tab) {
        TypeAhead.of(shell, input::append);
        shell.open();
        shell.setActive();
        input.setFocus();
        tabs.select(tab);
        search();
    }

    /** A provider that was made only now; it is asked what is asked of the others. */
    void add(SearchProvider provider) {
        if (shell.isDisposed() || providers.contains(provider)) {
            return;
        }
        providers.add(provider);
        if (!joining) {
            joining = true;
            // Once for all that came meanwhile.
            display.asyncExec(() -> {
                joining = false;
                if (isOpen()) {
                    tabs.rename(groups());
                    search();
                }
            });
        }
    }

    boolean isOpen() {
        return !shell.isDisposed();
    }

    /** Turns to a tab of the sheet that is open already. */
    void turn(String tab) {
        tabs.select(tab);
        search();
    }

    /** Runs once the sheet is gone, however that happened. */
    void onClose(Runnable run) {
        shell.addListener(SWT.Dispose, event -> run.run());
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }

    private void place(Shell window) {
        Rectangle around = window.getBounds();
        int height = Math.min(HEIGHT, around.height * 7 / 10);
        int width = Math.min(WIDTH, around.width - 40);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
    }

    private static GridData row(int height) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = height;
        return data;
    }

    private List<String> groups() {
        List<String> names = new ArrayList<>(List.of(ALL));
        providers.stream()
                .sorted(Comparator.comparingInt(SearchProvider::order).thenComparing(SearchProvider::group))
                .map(SearchProvider::group)
                .distinct()
                .forEach(names::add);
        return names;
    }

    private void turned() {
        list.clear();
        search();
    }

    private boolean all() {
        return tabs.selected().equals(ALL);
    }

    private void search() {
        session.cancel();
        acting = false;
        list.forgetSelection();
        Prefix.Asked read = Prefix.read(input.text());
        boolean narrow = read.prefix().isPresent();
        if (narrow || narrowed) {
            tabs.select(read.prefix().map(Prefix::group).orElse(ALL));
        }
        narrowed = narrow;
        List<SearchProvider> asked = providers.stream()
                .filter(provider -> all() || provider.group().equals(tabs.selected()))
                .toList();
        SearchSession next = new SearchSession(read.text(), asked, this::askRefresh);
        session = next;
        next.start(lanes, all() ? MOST_OF_ALL : MOST_OF_ONE);
        display.timerExec(SETTLES_AFTER, next::settled);
    }

    /** Called on worker threads, for each result; the screen takes one refresh at a time. */
    private void askRefresh() {
        if (refreshAsked.compareAndSet(false, true) && !display.isDisposed()) {
            display.asyncExec(() -> {
                refreshAsked.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        if (shell.isDisposed() || acting) {
            return;
        }
        List<ResultGroup> groups = session.groups();
        // What was found before stays until there is something new to show, so that nothing flickers while typing.
        if (!groups.isEmpty() || session.done()) {
            list.show(groups, all());
            rows.refresh(session.text(), session.done());
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> move(1);
            case SWT.ARROW_UP -> move(-1);
            case SWT.PAGE_DOWN -> move(rows.page());
            case SWT.PAGE_UP -> move(-rows.page());
            // Both dispose the line whose key this is, so they wait until it is done with the key.
            case SWT.CR, SWT.KEYPAD_CR ->
                display.asyncExec((event.stateMask & SWT.ALT) != 0 ? this::offerActions : this::choose);
            case SWT.ESC -> display.asyncExec(acting ? this::search : this::close);
            case SWT.TAB -> tabs.step((event.stateMask & SWT.SHIFT) != 0 ? -1 : 1);
            default -> {
                return;
            }
        }
        event.doit = false;
    }

    private void move(int by) {
        list.move(by);
        rows.reveal();
    }

    /** In place of the results, what can be done with the selected one; Escape leads back. */
    private void offerActions() {
        if (!shell.isDisposed() && list.selected().orElse(null) instanceof ResultList.Row.Hit row) {
            row.hit().record().ifPresent(record -> {
                SearchSession present = session;
                actions.offers(record)
                        .thenAccept(offers -> display.asyncExec(() -> {
                            if (!shell.isDisposed() && session == present) {
                                showActions(row.hit(), offers);
                            }
                        }));
            });
        }
    }

    private void showActions(SearchHit hit, List<ContextActions.Offer> offers) {
        acting = true;
        List<SearchHit> hits = new ArrayList<>();
        hits.add(new SearchHit("open", "Open", "", hit.icon(), Optional.of("Enter"), hit.open()));
        for (ContextActions.Offer offer : offers) {
            hits.add(new SearchHit(offer.label(), offer.label(), "", "play", Optional.empty(), offer.run()));
        }
        list.clear();
        list.show(new ResultGroup(hit.title(), 0, hits, false, false));
        rows.refresh("", true);
    }

    private void choose() {
        if (shell.isDisposed()) {
            return;
        }
        list.selected().ifPresent(row -> {
            switch (row) {
                case ResultList.Row.Hit hit -> {
                    close();
                    hit.hit().open().run();
                }
                case ResultList.Row.More more -> turn(more.group());
                case ResultList.Row.Heading heading -> {}
            }
        });
    }
}
