package org.waystation.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.TicketType;

/**
 * Sums over time entries and tickets. A span goes from one bound to before the next, so that n bounds make n - 1 spans,
 * counted from 0. An entry whose ticket is not held here counts under no company.
 */
@ProviderType
public interface WorkIndex {

    /** Time worked, by when the work began. */
    List<WorkSum> work(List<Instant> bounds) throws StoreException;

    /** Tickets, by when they were made. */
    List<TicketSum> tickets(List<Instant> bounds) throws StoreException;

    /** Tickets made and time worked within one span, by the asset they were about. */
    List<AssetSum> byAsset(Instant from, Instant to) throws StoreException;

    /** Tickets made and time worked within one span, by type and tags of the ticket. */
    List<CauseSum> byCause(Instant from, Instant to) throws StoreException;

    /** The time entries behind a sum, latest first. */
    List<WorkLine> lines(WorkFilter filter, int limit) throws StoreException;

    /** Minutes by origin that one person, or everybody, worked within one span. */
    Map<Origin, Long> minutes(Instant from, Instant to, Optional<UUID> worker) throws StoreException;

    /**
     * Time worked.
     *
     * @param assetKind of the ticket's asset; empty where it has none or it is not held here
     */
    record WorkSum(
            int span,
            Optional<UUID> company,
            Optional<UUID> agreement,
            Origin origin,
            Optional<AssetKind> assetKind,
            boolean billable,
            long minutes,
            long entries) {}

    record TicketSum(int span, Optional<UUID> company, Optional<UUID> agreement, Origin origin, long tickets) {}

    /** @param reactiveMinutes those of {@code minutes} on reactive tickets */
    record AssetSum(UUID asset, Optional<UUID> company, long tickets, long minutes, long reactiveMinutes) {}

    /**
     * @param tags folded to lower case without accents, sorted
     * @param assets how many different ones the tickets were about
     */
    record CauseSum(
            Optional<UUID> company,
            TicketType type,
            List<String> tags,
            long tickets,
            long minutes,
            long reactiveMinutes,
            long assets) {}

    /**
     * Which time entries.
     *
     * @param companies whose; empty means everybody's
     * @param tag folded; empty means any
     */
    record WorkFilter(
            Instant from,
            Instant to,
            Set<UUID> companies,
            Optional<Origin> origin,
            Optional<UUID> asset,
            Optional<String> tag,
            Optional<Boolean> billable) {}

    /**
     * One time entry with its ticket.
     *
     * @param subject empty where the ticket is not held here
     * @param agreement kind of the agreement the ticket names; its code is empty where it names none
     */
    record WorkLine(
            UUID entry,
            Optional<UUID> ticket,
            Optional<Long> number,
            String subject,
            Optional<UUID> company,
            String companyName,
            AgreementKind agreement,
            Origin origin,
            Instant startedAt,
            long minutes,
            boolean billable,
            String workerName) {}
}
