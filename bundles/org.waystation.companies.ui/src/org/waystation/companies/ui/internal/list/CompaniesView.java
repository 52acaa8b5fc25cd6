package org.waystation.companies.ui.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.companies.CompanyColumn;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.live.TypedFilter;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FilterField;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;

/** The companies: head, filter, and those that match. */
public final class CompaniesView extends Panel {

    /** Milliseconds after a key in which more keys may follow. */
    private static final int TYPING_PAUSE = 120;

    private final Desk desk;
    private final ToolHead head;
    private final FilterField filter;
    private final RecordTable<CompanyRow> table;
    private final Runnable apply = this::filterByTyped;
    private CompanyQuery query = CompanyQuery.all();

    public CompaniesView(Composite parent, Desk desk, Consumer<UUID> open) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 0;
        setLayout(column);
        head = new ToolHead(this, desk.look(), "Companies");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        WidgetId.set(head.button("more", "Sort and columns").menu(this::choices), "waystation.companies.menu");
        Panel above = new Panel(this, desk.look(), Tone.PANEL);
        above.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        FillLayout margins = new FillLayout();
        margins.marginWidth = 12;
        margins.marginHeight = 8;
        above.setLayout(margins);
        filter = new FilterField(
                        above,
                        desk.look(),
                        part -> CompanyQuery.filter(part).words().isEmpty())
                .placeholder("agreement:managed city:… name");
        WidgetId.set(filter.control(), "waystation.companies.filter");
        table = CompanyTable.make(this, desk).id("waystation.companies.table");
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        filter.onChange(typed -> getDisplay().timerExec(TYPING_PAUSE, apply));
        filter.onLeave(table::enter);
        table.onOpen(open);
        table.whenEmpty(this::sayEmpty);
        table.onSize(this::count);
        table.onHead(this::sortByHead);
        load();
    }

    public void onSelect(Consumer<Optional<UUID>> listener) {
        table.onSelect(listener);
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    private List<MenuChoice> choices() {
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Sort by"));
        for (CompanyColumn column : CompanyColumn.values()) {
            boolean present = column == query.sort();
            choices.add(MenuChoice.of(column.label(), () -> sortByHead(column.name()))
                    .withDetail(!present ? "" : query.descending() ? "descending" : "ascending")
                    .checkedIf(present));
        }
        if (table.wide()) {
            choices.add(MenuChoice.heading("Columns"));
            choices.addAll(table.columnChoices());
        }
        return choices;
    }

    private void filterByTyped() {
        if (!isDisposed()) {
            TypedFilter typed = CompanyQuery.filter(filter.value());
            if (!typed.equals(query.filter())) {
                show(query.withFilter(typed));
            }
        }
    }

    private void show(CompanyQuery asked) {
        query = asked;
        load();
    }

    private void load() {
        table.sortedBy(query.sort().name(), query.descending());
        table.show(desk.companies().query(query, desk.ui()));
    }

    private void sortByHead(String id) {
        for (CompanyColumn column : CompanyColumn.values()) {
            if (column.name().equals(id)) {
                // Counts are looked at from the largest down.
                boolean counted = column == CompanyColumn.OPEN_WORK || column == CompanyColumn.AT_RISK;
                show(query.sortedBy(column, column == query.sort() ? !query.descending() : counted));
            }
        }
    }

    private void count() {
        head.subtitle(table.size() < 0 ? "" : String.format(Locale.ENGLISH, "%,d", table.size()));
    }

    private void sayEmpty(EmptyState state) {
        if (query.filter().equals(TypedFilter.all())) {
            state.showEmpty(
                    "company", "No companies yet", "They appear here as soon as they are synced.", "", () -> {});
        } else {
            state.showEmpty("search", "No companies match", "", "Clear filter", () -> {
                filter.value("");
                show(query.withFilter(TypedFilter.all()));
            });
        }
    }
}
