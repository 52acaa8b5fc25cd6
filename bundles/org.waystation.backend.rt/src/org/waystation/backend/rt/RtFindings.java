package org.waystation.backend.rt;

import java.util.List;
import java.util.Map;

/**
 * What is on a Request Tracker, as far as who signed in may see it.
 *
 * @param version of the program
 * @param user the name of who signed in
 * @param queues name and lifecycle of each
 * @param catalogs names
 * @param classes names
 * @param ticketFields names of the custom fields of tickets
 * @param assetFields names of the custom fields of assets
 * @param articleFields names of the custom fields of articles
 * @param statuses statuses met in tickets
 * @param assetStatuses statuses met in assets
 * @param domains domains of the addresses of all but our own people, most frequent first, with how many have it
 * @param companyNames values met in custom fields that may name a company, by field
 * @param tickets how many tickets there are; 0 where the server does not say, as to a user who may not see all
 * @param sample the newest of them
 * @param lacking names of what must be there and is not, such as the marker's field of assets
 */
public record RtFindings(
        String version,
        String user,
        Map<String, String> queues,
        List<String> catalogs,
        List<String> classes,
        List<String> ticketFields,
        List<String> assetFields,
        List<String> articleFields,
        List<String> statuses,
        List<String> assetStatuses,
        Map<String, Integer> domains,
        Map<String, List<String>> companyNames,
        long tickets,
        List<Sample> sample,
        List<String> lacking) {

    /**
     * What of a ticket may say whose it is.
     *
     * @param requestors addresses of those who asked
     * @param fields values of its custom fields, by name
     */
    public record Sample(String queue, List<String> requestors, Map<String, String> fields) {
        public Sample {
            requestors = List.copyOf(requestors);
            fields = Map.copyOf(fields);
        }
    }
}
