package org.waystation.companies.ui.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.companies.CompanyColumn;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.live.TypedFilter;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FilteredPanel;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.WidgetId;

/** The companies: head, filter, and those that match. */
public final class CompaniesView extends FilteredPanel {

    private final Desk desk;
    private final RecordTable<CompanyRow> table;
    private CompanyQuery query = CompanyQuery.all();

    public CompaniesView(Composite parent, Desk desk, Consumer<UUID> open) {
        super(
                parent,
                desk.look(),
                "Companies",
                part -> CompanyQuery.filter(part).words().isEmpty(),
                "agreement:managed city:… name");
        this.desk = desk;
        WidgetId.set(head().button("more", "Sort and columns").menu(this::choices), "waystation.companies.menu");
        WidgetId.set(filterField().control(), "waystation.companies.filter");
        table = CompanyTable.make(this, desk).id("waystation.companies.table");
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        onTyped(this::filterByTyped);
        filterField().onLeave(table::enter);
        table.onOpen(open);
        table.whenEmpty(this::sayEmpty);
        table.onSize(() -> sayCount(table.size()));
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

    private void filterByTyped(String text) {
        TypedFilter typed = CompanyQuery.filter(text);
        if (!typed.equals(query.filter())) {
            show(query.withFilter(typed));
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

    private void sayEmpty(EmptyState state) {
        if (query.filter().equals(TypedFilter.all())) {
            state.showEmpty(
                    "company", "No companies yet", "They appear here as soon as they are synced.", "", () -> {});
        } else {
            state.showEmpty("search", "No companies match", "", "Clear filter", () -> {
                filterField().value("");
                show(query.withFilter(TypedFilter.all()));
            });
        }
    }
}
