package org.waystation.companies.ui.internal.list;

import org.waystation.api.companies.CompanyRow;

/** What there is to do at a company, in words. */
final class CompanyWords {

    private CompanyWords() {}

    static String open(CompanyRow row) {
        return row.openTickets() == 0
                ? "nothing open"
                : row.openTickets() == 1 ? "1 open ticket" : row.openTickets() + " open tickets";
    }

    static String risk(CompanyRow row) {
        return row.assetsAtRisk() == 0
                ? "no asset at risk"
                : row.assetsAtRisk() == 1 ? "1 asset at risk" : row.assetsAtRisk() + " assets at risk";
    }
}
