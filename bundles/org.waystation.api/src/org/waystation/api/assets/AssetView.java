package org.waystation.api.assets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetRelation;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.RecordActions;

/**
 * An asset with what one needs beside it.
 *
 * @param company empty where none is given or it is not held here
 * @param agreement the one named at the asset
 * @param relations its own to others, and those of others to it within the same company
 * @param tickets on it, latest first
 * @param unsyncedFields fields with a change that waits to be sent
 * @param actions what the person who is signed in may do with the asset
 */
public record AssetView(
        Asset asset,
        Optional<Company> company,
        Optional<Site> site,
        Optional<Agreement> agreement,
        List<Related> relations,
        List<Ticket> tickets,
        Set<String> unsyncedFields,
        RecordActions actions) {

    /** Of which nobody said what may be done with it. */
    public AssetView(
            Asset asset,
            Optional<Company> company,
            Optional<Site> site,
            Optional<Agreement> agreement,
            List<Related> relations,
            List<Ticket> tickets,
            Set<String> unsyncedFields) {
        this(asset, company, site, agreement, relations, tickets, unsyncedFields, RecordActions.UNKNOWN);
    }

    /**
     * A relation with the name of the other side.
     *
     * @param relation how the one stands to the other
     * @param outgoing whether it is this asset's own; else the other one's
     * @param name of the other asset or the person; empty where it is not held here
     */
    public record Related(AssetRelation relation, boolean outgoing, Optional<UUID> other, String name) {}
}
