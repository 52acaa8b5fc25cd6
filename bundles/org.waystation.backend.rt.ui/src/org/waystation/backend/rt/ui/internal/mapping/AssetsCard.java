package org.waystation.backend.rt.ui.internal.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.assets.AssetFields;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;

/** What an asset's catalogue and status mean, and which custom field holds what. */
final class AssetsCard extends FormCard {

    /** What of an asset Request Tracker has no field of its own for. */
    private static final List<String> FIELDS = List.of(
            "serial",
            "manufacturer",
            "model",
            "location",
            "supplier",
            "purchasedOn",
            "warrantyEndsOn",
            "supportEndsOn",
            "refreshPlannedOn",
            "retiredOn");

    private final Marked<Choice<String>> defaultCatalog;
    private final WordRows catalogs;
    private final WordRows stateIn;
    private final WordRows stateOut;
    private final WordRows fields;

    AssetsCard(Composite parent, Look look, Runnable changed) {
        super(parent, look, "Assets");
        Panel where = Rows.group(this, look, 2, 8);
        defaultCatalog = choice(where, "New assets go to", "Catalogue", "defaultCatalog", changed);
        hint("What is in a catalogue is here");
        catalogs = meanings("catalog", changed);
        hint("A status there means here");
        stateIn = meanings("stateIn", changed);
        hint("A state here becomes there");
        stateOut = becomes("stateOut", Words::label, "Not used there", changed);
        hint("Custom field that holds it there");
        fields = becomes("assetField", AssetFields::label, "Not kept there", changed);
    }

    void show(RtMapping mapping, Offered offered) {
        fill(defaultCatalog, offered.catalogs(), mapping.defaultCatalog());
        Map<String, String> kinds = new LinkedHashMap<>();
        offered.catalogs().forEach(name -> kinds.put(name, "workstation"));
        mapping.catalogs().forEach(catalog -> kinds.put(catalog.name(), catalog.kind()));
        catalogs.show(kinds.keySet(), kinds, Words.with(Words.ASSET_KINDS, kinds.values()));
        stateIn.show(
                offered.assetStatuses(),
                mapping.assetStateIn(),
                Words.with(Words.ASSET_STATES, mapping.assetStateIn().values()));
        stateOut.show(
                Words.with(Words.ASSET_STATES, mapping.assetStateOut().keySet()),
                mapping.assetStateOut(),
                Words.with(List.of(""), offered.assetStatuses()));
        fields.show(
                Words.with(FIELDS, mapping.assetFields().keySet()),
                mapping.assetFields(),
                Words.with(List.of(""), offered.assetFields()));
    }

    String defaultCatalog() {
        return chosen(defaultCatalog);
    }

    List<RtMapping.Catalog> catalogs() {
        return catalogs.meanings().entrySet().stream()
                .map(one -> new RtMapping.Catalog(one.getKey(), one.getValue()))
                .toList();
    }

    Map<String, String> stateIn() {
        return stateIn.meanings();
    }

    Map<String, String> stateOut() {
        return stateOut.meanings();
    }

    Map<String, String> fields() {
        return fields.meanings();
    }

    void quiet() {
        defaultCatalog.error("");
    }

    Control complain(MappingComplaint complaint) {
        defaultCatalog.error(complaint.sentence());
        return defaultCatalog;
    }
}
