package org.waystation.api.companies;

/** What companies are sorted by. */
public enum CompanyColumn {
    NAME("Name"),
    AGREEMENT("Agreement"),
    OPEN_WORK("Open work"),
    AT_RISK("Assets at risk");

    private final String label;

    CompanyColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
