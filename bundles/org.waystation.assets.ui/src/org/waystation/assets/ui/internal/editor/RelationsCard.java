package org.waystation.assets.ui.internal.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetView;
import org.waystation.api.assets.AssetView.Related;
import org.waystation.api.domain.AssetRelation;
import org.waystation.api.domain.AssetRelationType;
import org.waystation.api.domain.Company;
import org.waystation.api.live.TypedFilter;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.PickSheet;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.WidgetId;

/** What an asset relates to, as a small graph and as lines; relations are added and taken away here. */
final class RelationsCard extends Panel {

    private static final int MOST = 60;

    private final Desk desk;
    private final Consumer<RecordRef> open;
    private final RelationGraph graph;
    private final Panel lines;
    private final FlatButton add;
    private Optional<AssetView> shown = Optional.empty();

    RelationsCard(Composite parent, Desk desk, Consumer<RecordRef> open) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        this.open = open;
        setLayout(column());
        graph = new RelationGraph(this, desk.look());
        graph.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        lines = new Panel(this, desk.look(), Tone.PANEL);
        lines.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        lines.setLayout(column());
        add = new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                .icon("plus")
                .text("Add a relation")
                .menu(this::types);
        WidgetId.set(add, "waystation.asset.relate");
    }

    private static GridLayout column() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    void show(AssetView view) {
        boolean same = shown.map(before -> before.relations().equals(view.relations())
                        && mayRelate(before) == mayRelate(view)
                        && before.asset().name().equals(view.asset().name()))
                .orElse(false);
        shown = Optional.of(view);
        add.setEnabled(mayRelate(view));
        if (same) {
            return;
        }
        boolean any = !view.relations().isEmpty();
        graph.setVisible(any);
        ((GridData) graph.getLayoutData()).exclude = !any;
        graph.show(view.asset().name(), view.relations());
        for (Control child : lines.getChildren()) {
            child.dispose();
        }
        view.relations().forEach(related -> line(related, mayRelate(view)));
        layout(true, true);
    }

    private static boolean mayRelate(AssetView view) {
        return view.actions().mayChange("relations");
    }

    private void line(Related related, boolean mayUpdate) {
        String words = word(related.relation().type());
        RecordLine line = new RecordLine(lines, desk.look());
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        line.icon(related.relation().contactId().isPresent() ? "user" : "asset", Tone.DIM)
                .number(related.outgoing() ? words : "")
                .detail(related.outgoing() ? "" : words + " this one", Tone.DIM);
        if (related.outgoing() && mayUpdate) {
            line.atEnd("close", "Take the relation away", () -> remove(related.relation()));
        }
        boolean asset = !related.outgoing() || related.relation().assetId().isPresent();
        if (asset && related.other().isPresent()) {
            UUID id = related.other().get();
            line.onPress(() -> open.accept(new RecordRef(EntityKind.ASSET, id)));
        }
        line.text(related.name().isEmpty() ? "not held here" : related.name());
        WidgetId.set(line, "waystation.asset.relation");
    }

    private static String word(AssetRelationType type) {
        return type.label().toLowerCase(Locale.ROOT);
    }

    private List<MenuChoice> types() {
        List<MenuChoice> types = new ArrayList<>();
        types.add(MenuChoice.heading("This asset"));
        for (AssetRelationType type : AssetRelationType.KNOWN) {
            // A person who uses it is a contact, and those are chosen at the company.
            if (!type.equals(AssetRelationType.USED_BY)) {
                types.add(MenuChoice.of(word(type) + "…", () -> pick(type)));
            }
        }
        return types;
    }

    private void pick(AssetRelationType type) {
        shown.ifPresent(view -> new PickSheet<AssetRow>(
                        getShell(),
                        desk.look(),
                        desk.ui(),
                        view.asset().name() + " " + word(type) + "…",
                        "Name, serial, maker…",
                        text -> candidates(view, text),
                        row -> new PickSheet.Line(
                                "asset",
                                row.asset().name(),
                                row.asset().kind().label() + (row.siteName().isEmpty() ? "" : " · " + row.siteName())))
                .onPick(row -> add(view, type, row.id()))
                .open());
    }

    private CompletionStage<List<AssetRow>> candidates(AssetView view, String text) {
        List<TypedFilter.Token> tokens = view.company()
                .map(Company::name)
                .map(name -> List.of(new TypedFilter.Token("company", name)))
                .orElse(List.of());
        AssetQuery query = new AssetQuery(
                new TypedFilter(tokens, AssetQuery.filter(text).words()),
                AssetColumn.NAME,
                false,
                Optional.empty(),
                desk.today());
        UUID self = view.asset().id();
        return desk.assets()
                .all(query)
                .thenApply(rows -> rows.stream()
                        .filter(row -> !row.id().equals(self))
                        .limit(MOST)
                        .toList());
    }

    private void add(AssetView view, AssetRelationType type, UUID other) {
        List<Object> relations = new ArrayList<>();
        view.asset().relations().forEach(relation -> relations.add(written(relation)));
        Object made = written(new AssetRelation(type, Optional.of(other), Optional.empty()));
        if (!relations.contains(made)) {
            relations.add(made);
            keep(view, relations);
        }
    }

    private void remove(AssetRelation gone) {
        shown.ifPresent(view -> keep(
                view,
                view.asset().relations().stream()
                        .filter(relation -> !relation.equals(gone))
                        .<Object>map(RelationsCard::written)
                        .toList()));
    }

    private void keep(AssetView view, List<Object> relations) {
        desk.edits()
                .follow(desk.assets()
                        .change(List.of(new AssetChange(view.asset().id(), Map.of("relations", relations)))));
    }

    private static Map<String, Object> written(AssetRelation relation) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", relation.type().code());
        relation.assetId().ifPresent(id -> members.put("assetId", id.toString()));
        relation.contactId().ifPresent(id -> members.put("contactId", id.toString()));
        return members;
    }
}
