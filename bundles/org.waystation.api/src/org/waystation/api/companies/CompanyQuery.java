package org.waystation.api.companies;

import java.util.Set;
import org.waystation.api.live.TypedFilter;

/** What companies are listed, and in which order. */
public record CompanyQuery(TypedFilter filter, CompanyColumn sort, boolean descending) {

    /** Keys that the tokens of its filter may have. */
    public static final Set<String> KEYS = Set.of("agreement", "city");

    /** All of them by name. */
    public static CompanyQuery all() {
        return new CompanyQuery(TypedFilter.all(), CompanyColumn.NAME, false);
    }

    /** Reads a filter as it was typed. */
    public static TypedFilter filter(String typed) {
        return TypedFilter.parse(typed, KEYS);
    }

    public CompanyQuery withFilter(TypedFilter newFilter) {
        return new CompanyQuery(newFilter, sort, descending);
    }

    public CompanyQuery sortedBy(CompanyColumn column, boolean newDescending) {
        return new CompanyQuery(filter, column, newDescending);
    }
}
