package org.waystation.backend.rt.internal.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtFindings.Sample;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.internal.map.Directory;
import org.waystation.backend.rt.internal.map.Meaning;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.Terms;
import org.waystation.backend.rt.internal.wire.Walk;

/** Looks around on a Request Tracker, by a few requests: names of all there is, and what the newest tickets look like. */
public final class Survey {

    private static final int PEOPLE = 2_000;
    private static final int SAMPLE = 500;
    private static final int PAGE = 100;

    private final RtClient client;
    private final String login;
    private final Map<String, String> addresses = new HashMap<>();
    private final List<Sample> sample = new ArrayList<>();
    private final Set<String> lacking = new TreeSet<>();
    private final Set<String> ticketFields = new TreeSet<>();
    private final Set<String> assetFields = new TreeSet<>();
    private final Set<String> articleFields = new TreeSet<>();

    /** @param login name of the user; empty with a token */
    public Survey(RtClient client, String login) {
        this.client = client;
        this.login = login;
    }

    public RtFindings run() throws BackendException {
        JsonNode about = client.get("rt");
        String who = login.isEmpty() ? client.userOfToken().orElse("") : login;
        JsonNode me = client.find("user/" + RtClient.escape(who))
                .map(RtClient.Answer::body)
                .orElse(about);
        Map<String, String> queues = new TreeMap<>();
        List<String> catalogs = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (JsonNode queue : places("queues/all", "queue", "TicketCustomFields", ticketFields)) {
            if (Json.number(queue.path("Disabled")) == 0) {
                queues.put(Json.text(queue.path("Name")), Json.text(queue.path("Lifecycle")));
            }
        }
        places("catalogs/all", "catalog", "", assetFields).forEach(one -> catalogs.add(Json.text(one.path("Name"))));
        places("classes/all", "class", "ArticleCustomFields", articleFields)
                .forEach(one -> classes.add(Json.text(one.path("Name"))));
        assetFields.addAll(Directory.customFields(client, "RT::Catalog-RT::Asset"));
        if (!catalogs.isEmpty() && !assetFields.contains(RtMapping.MARKER)) {
            lacking.add("assets");
        }
        Set<String> statuses = new LinkedHashSet<>(List.of("new", "open", "stalled", "resolved", "rejected"));
        Map<String, List<String>> values = new TreeMap<>();
        Map<String, Integer> domains = domains();
        domains.remove(Meaning.domain(Json.text(me.path("EmailAddress")))); // our own people's
        long tickets = sampleTickets(statuses, values);
        return new RtFindings(
                Json.text(about.path("Version")).replaceAll("[+-].*", ""),
                name(me, who),
                queues,
                catalogs,
                classes,
                List.copyOf(ticketFields),
                List.copyOf(assetFields),
                List.copyOf(articleFields),
                List.copyOf(statuses),
                List.copyOf(sampleAssets()),
                domains,
                values,
                tickets,
                List.copyOf(sample),
                List.copyOf(lacking));
    }

    private static String name(JsonNode me, String who) {
        String real = Json.text(me.path("RealName"));
        String name = Json.text(me.path("Name"));
        return !real.isEmpty() ? real : name.isEmpty() ? who : name;
    }

    private List<JsonNode> places(String list, String kind, String fields, Set<String> names) throws BackendException {
        List<JsonNode> places = new ArrayList<>();
        for (JsonNode item : client.get(list + "?per_page=100").path("items")) {
            Optional<RtClient.Answer> found = client.find(kind + "/" + RtClient.escape(Json.text(item.path("id"))));
            if (found.isPresent()) {
                JsonNode place = found.get().body();
                Set<String> here = Directory.fields(place, fields);
                names.addAll(here);
                if (!fields.isEmpty() && !here.contains(RtMapping.MARKER)) {
                    lacking.add(kind + " " + Json.text(place.path("Name")));
                }
                places.add(place);
            }
        }
        return places;
    }

    /** Looks at the newest tickets; returns how many there are, 0 where the server does not say. */
    private long sampleTickets(Set<String> statuses, Map<String, List<String>> values) throws BackendException {
        long total = 0;
        boolean more = true;
        for (int page = 1; more && sample.size() < SAMPLE; page++) {
            JsonNode newest = client.get("tickets?query=" + RtClient.escape("id > 0")
                    + "&fields=Status,Queue,Requestor,CustomFields,_hyperlinks&fields[Queue]=Name&per_page=" + PAGE
                    + "&orderby=id&order=DESC&page=" + page);
            for (JsonNode ticket : newest.path("items")) {
                statuses(ticket, statuses);
                sample.add(sampleOf(ticket, values));
            }
            total = newest.path("total").asLong();
            more = newest.path("items").size() == PAGE;
        }
        statuses.remove("deleted");
        return total;
    }

    private static void statuses(JsonNode ticket, Set<String> statuses) {
        statuses.add(Json.text(ticket.path("Status")));
        ticket.path("_hyperlinks").forEach(link -> {
            if (Json.text(link.path("ref")).equals("lifecycle")) {
                statuses.add(Json.text(link.path("to")));
            }
        });
    }

    private Sample sampleOf(JsonNode ticket, Map<String, List<String>> values) {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode field : ticket.path("CustomFields")) {
            String name = Json.text(field.path("name"));
            List<String> met = values.computeIfAbsent(name, key -> new ArrayList<>());
            for (JsonNode value : field.path("values")) {
                fields.putIfAbsent(name, Json.text(value));
                if (!met.contains(Json.text(value))) {
                    met.add(Json.text(value));
                }
            }
        }
        List<String> requestors = Json.references(ticket.path("Requestor")).stream()
                .map(name -> addresses.getOrDefault(name, name))
                .toList();
        return new Sample(Json.text(ticket.path("Queue").path("Name")), requestors, fields);
    }

    private Set<String> sampleAssets() throws BackendException {
        Set<String> statuses = new LinkedHashSet<>(List.of("new", "allocated", "in-use", "recycled", "stolen"));
        client.get("assets?query=" + RtClient.escape("id > 0") + "&fields=Status&per_page=100")
                .path("items")
                .forEach(asset -> statuses.add(Json.text(asset.path("Status"))));
        statuses.remove("deleted");
        return statuses;
    }

    private Map<String, Integer> domains() throws BackendException {
        Map<String, Integer> counted = new TreeMap<>();
        int[] people = {0};
        new Walk(client).terms("users?fields=id,Name,EmailAddress", after -> new Terms(), 0, (items, last) -> {
            for (JsonNode item : items) {
                String email = Json.text(item.path("EmailAddress")).toLowerCase(Locale.ROOT);
                if (email.indexOf('@') > 0) {
                    addresses.put(Json.text(item.path("Name")), email);
                    counted.merge(email.substring(email.lastIndexOf('@') + 1), 1, Integer::sum);
                }
            }
            people[0] += items.size();
            return people[0] < PEOPLE;
        });
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
