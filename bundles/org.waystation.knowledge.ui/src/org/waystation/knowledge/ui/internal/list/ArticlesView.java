package org.waystation.knowledge.ui.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.knowledge.ArticleColumn;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.live.TypedFilter;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FilteredPanel;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.WidgetId;

/** The articles: head, filter with facets, and those that match. */
public final class ArticlesView extends FilteredPanel {

    private static final List<ArticleColumn> GROUPS =
            List.of(ArticleColumn.COMPANY, ArticleColumn.STATE, ArticleColumn.VISIBILITY);

    private final Desk desk;
    private final FlatButton create;
    private final Facets facets;
    private final RecordTable<ArticleRow> table;
    private ArticleQuery query;
    private Runnable make = () -> {};
    private Consumer<TypedFilter> kept = ignored -> {};

    public ArticlesView(Composite parent, Desk desk, Consumer<UUID> open) {
        super(
                parent,
                desk.look(),
                "Knowledge",
                part -> ArticleQuery.filter(part).words().isEmpty(),
                "Search, or company: tag: review: …");
        this.desk = desk;
        query = ArticleQuery.all(desk.today());
        create = WidgetId.set(head().button("plus", "New article"), "waystation.articles.new");
        create.onPress(() -> make.run());
        WidgetId.set(head().button("more", "Sort, group and columns").menu(this::choices), "waystation.articles.menu");
        WidgetId.set(filterField().control(), "waystation.articles.filter");
        facets = new Facets(this, desk, () -> query.filter(), this::choose);
        facets.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        table = ArticleTable.make(this, desk).id("waystation.articles.table");
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

    public void onNew(Runnable listener) {
        make = listener;
    }

    /** Called with the filter whenever it is another one. */
    public void onFilter(Consumer<TypedFilter> listener) {
        kept = listener;
    }

    /** Shows what is asked for, also in the filter box. */
    public void choose(TypedFilter chosen) {
        filterField().value(chosen.toString());
        ask(query.withFilter(chosen));
    }

    public TypedFilter filter() {
        return query.filter();
    }

    @Override
    public boolean setFocus() {
        return table.size() > 0 ? table.setFocus() : filterField().setFocus();
    }

    private List<MenuChoice> choices() {
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Sort by"));
        for (ArticleColumn column : ArticleColumn.values()) {
            boolean present = column == query.sort();
            choices.add(MenuChoice.of(column.label(), () -> sortByHead(column.name()))
                    .withDetail(
                            !present || column == ArticleColumn.BEST
                                    ? ""
                                    : query.descending() ? "descending" : "ascending")
                    .checkedIf(present));
        }
        choices.add(MenuChoice.heading("Group by"));
        choices.add(MenuChoice.of("Nothing", () -> ask(query.groupedBy(Optional.empty())))
                .checkedIf(query.group().isEmpty()));
        for (ArticleColumn column : GROUPS) {
            choices.add(MenuChoice.of(column.label(), () -> ask(query.groupedBy(Optional.of(column))))
                    .checkedIf(query.group().filter(column::equals).isPresent()));
        }
        if (table.wide()) {
            choices.add(MenuChoice.heading("Columns"));
            choices.addAll(table.columnChoices());
        }
        return choices;
    }

    private void filterByTyped(String text) {
        TypedFilter typed = ArticleQuery.filter(text);
        if (!typed.equals(query.filter())) {
            ask(query.withFilter(typed));
        }
    }

    private void ask(ArticleQuery asked) {
        query = asked;
        kept.accept(asked.filter());
        load();
    }

    private void load() {
        table.sortedBy(query.sort().name(), query.descending());
        query.group()
                .ifPresentOrElse(
                        column -> table.groupBy(row -> ArticleTable.group(row, column)), () -> table.groupBy(null));
        facets.show(query.filter());
        table.show(desk.articles().query(query, desk.ui()));
    }

    private void sortByHead(String id) {
        for (ArticleColumn column : ArticleColumn.values()) {
            if (column.name().equals(id)) {
                ask(query.sortedBy(column, column == query.sort() && !query.descending()));
            }
        }
    }

    private void sayEmpty(EmptyState state) {
        if (query.filter().equals(TypedFilter.all())) {
            state.showEmpty(
                    "article",
                    "Nothing is written down yet",
                    "Write what the next one should know, or make an article from a ticket.",
                    "New article",
                    () -> make.run());
        } else {
            state.showEmpty("search", "No articles match", "", "Clear filter", () -> choose(TypedFilter.all()));
        }
    }
}
