package org.waystation.assets.ui.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.live.TypedFilter;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.bulk.BulkSheet;
import org.waystation.assets.ui.internal.csv.CsvFiles;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FilteredPanel;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** The assets: head, filter, and the assets that match as a table, or all of them by place as a tree. */
public final class AssetsView extends FilteredPanel {

    private static final List<AssetColumn> GROUPS =
            List.of(AssetColumn.COMPANY, AssetColumn.SITE, AssetColumn.KIND, AssetColumn.STATE);

    private final Desk desk;
    private final FlatButton create;
    private final Panel stack;
    private final StackLayout forms = new StackLayout();
    private final RecordTable<AssetRow> table;
    private final PlaceTree tree;
    private AssetQuery query;

    public AssetsView(Composite parent, Desk desk, Consumer<UUID> open) {
        super(
                parent,
                desk.look(),
                "Assets",
                part -> AssetQuery.filter(part).words().isEmpty(),
                "kind:server due:overdue …");
        this.desk = desk;
        query = AssetQuery.all(desk.today());
        create = WidgetId.set(head().button("plus", "New asset"), "waystation.assets.new");
        FlatButton byPlace = head().button("group", "By company and site");
        WidgetId.set(byPlace, "waystation.assets.byPlace");
        byPlace.onPress(() -> byPlace.on(toggleTree()));
        WidgetId.set(head().button("more", "Sort, group and columns").menu(this::choices), "waystation.assets.menu");
        WidgetId.set(filterField().control(), "waystation.assets.filter");
        stack = new Panel(this, desk.look(), Tone.PANEL);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack.setLayout(forms);
        table = AssetTable.make(stack, desk).id("waystation.assets.table");
        tree = new PlaceTree(stack, desk, open);
        forms.topControl = table;
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
        create.onPress(listener);
    }

    @Override
    public boolean setFocus() {
        return forms.topControl.setFocus();
    }

    private boolean toggleTree() {
        boolean toTree = forms.topControl == table;
        forms.topControl = toTree ? tree : table;
        filterField().setEnabled(!toTree);
        stack.layout();
        if (toTree) {
            tree.load();
        }
        setFocus();
        return toTree;
    }

    private List<MenuChoice> choices() {
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Sort by"));
        for (AssetColumn column : AssetColumn.values()) {
            boolean present = column == query.sort();
            choices.add(MenuChoice.of(column.label(), () -> sortByHead(column.name()))
                    .withDetail(!present ? "" : query.descending() ? "descending" : "ascending")
                    .checkedIf(present));
        }
        choices.add(MenuChoice.heading("Group by"));
        choices.add(MenuChoice.of("Nothing", () -> show(query.groupedBy(Optional.empty())))
                .checkedIf(query.group().isEmpty()));
        for (AssetColumn column : GROUPS) {
            choices.add(MenuChoice.of(column.label(), () -> show(query.groupedBy(Optional.of(column))))
                    .checkedIf(query.group().filter(column::equals).isPresent()));
        }
        choices.add(MenuChoice.heading("All that are listed"));
        choices.add(MenuChoice.of("Change them…", this::changeAll).withIcon("edit"));
        choices.add(MenuChoice.of("Export them as a table (CSV)…", this::export).withIcon("table"));
        choices.add(MenuChoice.of("Import assets from a table (CSV)…", this::importAssets)
                .withIcon("plus"));
        if (table.wide()) {
            choices.add(MenuChoice.heading("Columns"));
            choices.addAll(table.columnChoices());
        }
        return choices;
    }

    /** Shows what would come of changing every asset that is listed. */
    public void changeAll() {
        desk.edits()
                .follow(
                        desk.assets().all(query),
                        rows -> {
                            if (!isDisposed() && !rows.isEmpty()) {
                                new BulkSheet(getShell(), desk, rows).open();
                            }
                        },
                        refused -> {});
    }

    public void export() {
        new CsvFiles(getShell(), desk).export(query);
    }

    public void importAssets() {
        new CsvFiles(getShell(), desk).importAssets();
    }

    private void show(AssetQuery asked) {
        query = asked;
        load();
    }

    private void filterByTyped(String text) {
        TypedFilter typed = AssetQuery.filter(text);
        if (!typed.equals(query.filter())) {
            show(query.withFilter(typed));
        }
    }

    private void load() {
        AssetQuery asked = query;
        table.sortedBy(asked.sort().name(), asked.descending());
        asked.group()
                .ifPresentOrElse(
                        column -> table.groupBy(row -> AssetTable.group(row, column, desk)), () -> table.groupBy(null));
        table.show(desk.assets().query(asked, desk.ui()));
    }

    private void sortByHead(String id) {
        for (AssetColumn column : AssetColumn.values()) {
            if (column.name().equals(id)) {
                show(query.sortedBy(column, column == query.sort() && !query.descending()));
            }
        }
    }

    private void sayEmpty(EmptyState state) {
        if (query.filter().equals(TypedFilter.all())) {
            state.showEmpty("asset", "No assets yet", "They appear here as soon as they are synced.", "", () -> {});
        } else {
            state.showEmpty("search", "No assets match", "", "Clear filter", () -> {
                filterField().value("");
                show(query.withFilter(TypedFilter.all()));
            });
        }
    }
}
