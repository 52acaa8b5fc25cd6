package org.waystation.backend.rt;

import java.util.List;
import java.util.Map;

/**
 * What the words of one Request Tracker mean here. It is data: proposed from what is on the server, edited by whoever
 * connects, kept with the profile, written to a file and read from one.
 *
 * @param marker name of the custom field that holds the id of what was made here; without it on the server nothing can be
 *     created there exactly once
 * @param companyBy what says which company a ticket or asset belongs to
 * @param companyField name of the custom field with the company's name, for {@link CompanyBy#FIELD}
 * @param companies all of them; Request Tracker itself knows none
 * @param queues in which tickets are
 * @param defaultQueue where a ticket is made whose company has no queue of its own
 * @param typeField name of a custom field with the ticket's type; empty where the queue says it
 * @param statusIn our word for each status there; what is missing is shown as it reads
 * @param statusOut status there for each word of ours
 * @param priorities least number there for each priority of ours
 * @param catalogs in which assets are
 * @param defaultCatalog where an asset is made
 * @param assetStateIn our word for each status of an asset there
 * @param assetStateOut status there for each word of ours
 * @param assetFields name of the custom field there for each field of an asset here
 * @param articleBody name of the custom field that holds an article's text
 * @param defaultClass where an article is made
 */
public record RtMapping(
        String marker,
        CompanyBy companyBy,
        String companyField,
        List<Company> companies,
        List<Queue> queues,
        String defaultQueue,
        String typeField,
        Map<String, String> statusIn,
        Map<String, String> statusOut,
        Map<String, Integer> priorities,
        List<Catalog> catalogs,
        String defaultCatalog,
        Map<String, String> assetStateIn,
        Map<String, String> assetStateOut,
        Map<String, String> assetFields,
        String articleBody,
        String defaultClass) {

    public static final String MARKER = "Waystation id";

    /** What says which company something belongs to. */
    public enum CompanyBy {
        /** The domain of the requestor's or contact's address. */
        DOMAIN,
        /** The queue; of an asset the domain of its contact. */
        QUEUE,
        /** A custom field. */
        FIELD
    }

    /**
     * A company.
     *
     * @param domains of its people's addresses
     * @param queues its own
     * @param contact address that stands for it where a ticket is made here
     * @param agreement name of what was agreed with it; empty for nothing
     * @param agreementKind such as {@code managed}; empty without an agreement
     */
    public record Company(
            String name,
            List<String> domains,
            List<String> queues,
            String contact,
            String agreement,
            String agreementKind) {
        public Company {
            domains = List.copyOf(domains);
            queues = List.copyOf(queues);
        }
    }

    /**
     * A queue.
     *
     * @param type of its tickets, such as {@code incident}
     * @param origin of its tickets, {@code reactive} or {@code proactive}
     */
    public record Queue(String name, String type, String origin) {}

    /**
     * A catalogue.
     *
     * @param kind of its assets, such as {@code workstation}
     */
    public record Catalog(String name, String kind) {}

    public RtMapping {
        companies = List.copyOf(companies);
        queues = List.copyOf(queues);
        statusIn = Map.copyOf(statusIn);
        statusOut = Map.copyOf(statusOut);
        priorities = Map.copyOf(priorities);
        catalogs = List.copyOf(catalogs);
        assetStateIn = Map.copyOf(assetStateIn);
        assetStateOut = Map.copyOf(assetStateOut);
        assetFields = Map.copyOf(assetFields);
    }
}
