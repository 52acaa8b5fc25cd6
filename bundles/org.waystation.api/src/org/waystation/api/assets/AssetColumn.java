package org.waystation.api.assets;

/** What assets are shown, sorted and grouped by. */
public enum AssetColumn {
    NAME("Name"),
    COMPANY("Company"),
    SITE("Site"),
    KIND("Kind"),
    STATE("State"),
    DUE("Next due");

    private final String label;

    AssetColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
