package org.waystation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What there is to do at companies, counted. */
@ProviderType
public interface CompanyIndex {

    /**
     * Counts of every company that has any of these.
     *
     * @param today before which a warranty or support is over
     * @param soon up to and with which it ends soon
     */
    Map<UUID, Counts> counts(LocalDate today, LocalDate soon) throws StoreException;

    /** The open tickets of a company, those due first first. */
    List<UUID> openTickets(UUID company, int limit) throws StoreException;

    /** The assets of a company whose warranty or support is over or ends up to a day, the earliest first. */
    List<UUID> assetsAtRisk(UUID company, LocalDate soon, int limit) throws StoreException;

    /**
     * Counts of one company.
     *
     * @param assets those that are not retired
     * @param over assets whose warranty or support is over
     * @param soon assets whose warranty or support ends soon, without those where one is over
     */
    record Counts(int openTickets, int assets, int over, int soon) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
