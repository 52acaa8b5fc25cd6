package org.waystation.api.knowledge;

/** What a list of articles can show, sort by and group by. */
public enum ArticleColumn {
    /** Those whose title holds what is looked for, then those changed last. */
    BEST("Best match"),
    TITLE("Title"),
    COMPANY("Company"),
    STATE("State"),
    VISIBILITY("Visibility"),
    REVIEW("Review"),
    UPDATED("Changed");

    private final String label;

    ArticleColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
