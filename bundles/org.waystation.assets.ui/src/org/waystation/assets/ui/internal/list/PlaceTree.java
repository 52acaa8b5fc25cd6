package org.waystation.assets.ui.internal.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetRow;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** Where assets are: companies, their sites, and at each its assets, which are read when a site is opened. */
final class PlaceTree extends Panel {

    private static final String PLACE = "place";
    private static final String ASSET = "asset";

    private final Desk desk;
    private final Tree tree;

    PlaceTree(Composite parent, Desk desk, Consumer<UUID> open) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        setLayout(new FillLayout());
        tree = new Tree(this, SWT.SINGLE);
        WidgetId.set(tree, "waystation.assets.tree");
        Runnable dress = () -> {
            tree.setBackground(desk.look().color(Tone.PANEL));
            tree.setForeground(desk.look().color(Tone.TEXT));
            tree.setFont(desk.look().font(TextStyle.BODY));
        };
        dress.run();
        desk.look().onChange(tree, dress);
        tree.addListener(SWT.Expand, event -> fill((TreeItem) event.item));
        tree.addListener(SWT.DefaultSelection, event -> {
            if (event.item.getData(ASSET) instanceof UUID asset) {
                open.accept(asset);
            } else {
                TreeItem item = (TreeItem) event.item;
                fill(item);
                item.setExpanded(!item.getExpanded());
            }
        });
    }

    /** Reads the places again. */
    void load() {
        desk.edits().follow(desk.assets().places(), this::show, refused -> {});
    }

    private void show(List<AssetPlace> places) {
        if (isDisposed()) {
            return;
        }
        tree.removeAll();
        Map<String, TreeItem> companies = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (AssetPlace place : places) {
            String key = place.companyId().map(UUID::toString).orElse("");
            String company = place.companyName().isEmpty() ? "No company" : place.companyName();
            int count = counts.merge(key, place.assets(), Integer::sum);
            TreeItem parent = companies.computeIfAbsent(key, absent -> new TreeItem(tree, SWT.NONE));
            parent.setText(company + "  " + count);
            TreeItem site = new TreeItem(parent, SWT.NONE);
            site.setText((place.siteName().isEmpty() ? "No site" : place.siteName()) + "  " + place.assets());
            site.setData(PLACE, place);
            new TreeItem(site, SWT.NONE).setText("…");
        }
    }

    private void fill(TreeItem item) {
        if (item.getData(PLACE) instanceof AssetPlace place) {
            item.setData(PLACE, null);
            desk.edits().follow(desk.assets().at(place), rows -> fill(item, rows), refused -> {});
        }
    }

    private static void fill(TreeItem item, List<AssetRow> rows) {
        if (item.isDisposed()) {
            return;
        }
        item.removeAll();
        for (AssetRow row : rows) {
            TreeItem leaf = new TreeItem(item, SWT.NONE);
            leaf.setText(row.asset().name() + "  " + row.asset().kind().label());
            leaf.setData(ASSET, row.id());
        }
        item.setExpanded(true);
    }

    @Override
    public boolean setFocus() {
        return tree.setFocus();
    }
}
