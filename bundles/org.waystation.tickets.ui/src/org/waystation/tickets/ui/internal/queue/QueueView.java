package org.waystation.tickets.ui.internal.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.views.SavedViews;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.table.Arrangement;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FilterField;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pulse;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;

/** The queue: head, filter and the tickets that match. */
public final class QueueView extends Panel {

    /** Milliseconds after a key in which more keys may follow. */
    private static final int TYPING_PAUSE = 30;

    private final Look look;
    private final ViewChoice views;
    private final Executor ui;
    private final ToolHead head;
    private final FlatButton newTicket;
    private final FilterField filter;
    private final RecordTable<TicketRow> table;
    private @Nullable TicketService tickets;
    private TicketQuery query = TicketQuery.myQueue();
    private Runnable changed = () -> {};
    private final Runnable apply;

    public QueueView(Composite parent, Look look, RelativeTime times, Edits edits, Executor ui) {
        super(parent, look, Tone.PANEL);
        this.ui = ui;
        this.look = look;
        views = new ViewChoice(this, edits, ui);
        views.onChange(this::count);
        addListener(SWT.Dispose, event -> views.close());
        setLayout(column());
        head = new ToolHead(this, look, "Tickets");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        newTicket = head.button("plus", "New ticket").keys("Ctrl+N");
        WidgetId.set(newTicket, "waystation.tickets.new");
        WidgetId.set(head.button("filter", "Views").menu(views::choices), "waystation.tickets.views");
        FlatButton menu = head.button("more", "Sort, group and columns").menu(() -> new QueueMenu(this).choices());
        WidgetId.set(menu, "waystation.tickets.menu");
        Panel above = new Panel(this, look, Tone.PANEL);
        above.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        FillLayout margins = new FillLayout();
        margins.marginWidth = 12;
        margins.marginHeight = 8;
        above.setLayout(margins);
        filter = new FilterField(above, look, QueueView::isToken).placeholder("filter…");
        WidgetId.set(filter.control(), "waystation.tickets.filter");
        table = TicketTable.make(this, look, times).id("waystation.tickets.queue");
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        apply = this::filterByTyped;
        filter.onChange(typed -> getDisplay().timerExec(TYPING_PAUSE, apply));
        filter.onLeave(table::enter);
        table.whenEmpty(this::sayEmpty);
        table.onSize(this::count);
        table.onHead(this::sortByHead);
        table.onArrange(() -> changed.run());
        showQuery();
        Pulse.start(this, table::redrawRows);
    }

    private static GridLayout column() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    /** Takes the tickets from a service, now or later. */
    public void use(TicketService service) {
        tickets = service;
        load();
    }

    /** Takes the saved views from a service, now or later. */
    public void use(SavedViews service) {
        views.use(service);
    }

    Look look() {
        return look;
    }

    /** Asks for a name and saves the present view. */
    public void saveView() {
        views.save();
    }

    /** Shows a query that somebody chose, and remembers it. */
    void choose(TicketQuery chosen) {
        show(chosen);
        changed.run();
        count();
    }

    public void onOpen(Consumer<UUID> listener) {
        table.onOpen(listener);
    }

    public void onSelect(Consumer<Optional<UUID>> listener) {
        table.onSelect(listener);
    }

    public void onNew(Runnable listener) {
        newTicket.onPress(listener);
    }

    /** Called after filter, order, group or columns have changed, which are to be remembered. */
    public void onArrange(Runnable listener) {
        changed = listener;
    }

    public TicketQuery query() {
        return query;
    }

    /** Shows another query. */
    public void show(TicketQuery newQuery) {
        query = newQuery;
        showQuery();
        load();
    }

    public Arrangement arrangement() {
        return table.arrangement();
    }

    public void arrange(Arrangement arrangement) {
        table.arrange(arrangement);
    }

    RecordTable<TicketRow> table() {
        return table;
    }

    void sort(TicketColumn column, boolean descending) {
        show(query.sortedBy(column, descending));
        changed.run();
    }

    void group(Optional<TicketColumn> column) {
        show(query.groupedBy(column));
        changed.run();
    }

    /** Puts the focus into the filter. */
    public void focusFilter() {
        filter.setFocus();
    }

    @Override
    public boolean setFocus() {
        return !table.isDisposed() && table.setFocus();
    }

    private void filterBy(TicketFilter filter) {
        show(query.withFilter(filter));
        changed.run();
    }

    private static boolean isToken(String part) {
        return TicketFilter.parse(part).words().isEmpty();
    }

    private void filterByTyped() {
        if (isDisposed()) {
            return;
        }
        TicketFilter typed = TicketFilter.parse(filter.value());
        if (!typed.equals(query.filter())) {
            query = query.withFilter(typed);
            load();
            changed.run();
        }
    }

    private void showQuery() {
        if (!TicketFilter.parse(filter.value()).equals(query.filter())) {
            filter.value(query.filter().toString());
        }
        table.sortedBy(query.sort().name(), query.descending());
    }

    private void load() {
        if (tickets != null) {
            TicketQuery asked = query;
            table.groupBy(asked.group()
                    .<Function<TicketRow, String>>map(column -> row -> TicketTable.group(row, column))
                    .orElse(null));
            table.show(tickets.queue(asked, ui));
        }
    }

    private void sortByHead(String id) {
        TicketColumn column = TicketColumn.valueOf(id);
        sort(column, column == query.sort() && !query.descending());
    }

    private void count() {
        String which = views.name();
        String many = table.size() < 0 ? "" : String.format(Locale.ENGLISH, "%,d", table.size());
        head.subtitle(which.isEmpty() || many.isEmpty() ? which + many : which + " · " + many);
    }

    private void sayEmpty(EmptyState state) {
        if (query.filter().equals(TicketFilter.all())) {
            state.showEmpty("ticket", "No tickets yet", "They appear here as soon as they are synced.", "", () -> {});
        } else if (query.filter().equals(TicketQuery.myQueue().filter())) {
            state.showEmpty(
                    "check",
                    "Your queue is empty",
                    "",
                    "Show all open tickets",
                    () -> filterBy(TicketFilter.parse("status:open")));
        } else {
            state.showEmpty("search", "No tickets match", "", "Clear filter", () -> filterBy(TicketFilter.all()));
        }
    }
}
