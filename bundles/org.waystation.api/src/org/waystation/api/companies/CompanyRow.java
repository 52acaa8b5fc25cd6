package org.waystation.api.companies;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Company;

/**
 * One line of the list of companies.
 *
 * @param agreement of the agreement in force; empty without one
 * @param assets that are not retired
 * @param assetsOver assets whose warranty or support is over
 * @param assetsSoon assets whose warranty or support ends soon
 * @param unsynced whether a change to it waits to be sent
 */
public record CompanyRow(
        Company company,
        Optional<AgreementKind> agreement,
        int openTickets,
        int assets,
        int assetsOver,
        int assetsSoon,
        boolean unsynced) {

    public UUID id() {
        return company.id();
    }

    public int assetsAtRisk() {
        return assetsOver + assetsSoon;
    }
}
