package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Named;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.Terms;
import org.waystation.backend.rt.internal.wire.Walk;

/** Who and what has a name on the server: people, queues, catalogues, classes. Asked once and then known. */
public final class Directory {

    static final String NOBODY = "Nobody";
    private static final String SYSTEM = "RT_System";
    private static final String PERSON =
            "users?fields=id,Name,EmailAddress,RealName,WorkPhone,MobilePhone&find_disabled_rows=1";

    /** A catalogue does not say which custom fields its assets have. */
    private static final String NONE = "";

    private final RtClient client;
    private final RtIds ids;
    private final Set<String> assetFields = new HashSet<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<UUID, Person> byId = new HashMap<>();
    private final Map<Long, Place> queues = new HashMap<>();
    private final Map<Long, Place> catalogs = new HashMap<>();
    private final Map<Long, Place> classes = new HashMap<>();

    /**
     * Somebody with a login.
     *
     * @param name the login's name, by which all else refers to them
     * @param staff whether they work here; else they only ask for things
     */
    public record Person(
            UUID id,
            String name,
            String realName,
            String email,
            String phone,
            String mobile,
            boolean staff,
            boolean system,
            boolean disabled) {

        public String shown() {
            return realName.isEmpty() ? name : realName;
        }

        /** Of the address, in lower case; empty where there is none. */
        public String domain() {
            return Meaning.domain(email);
        }
    }

    /**
     * A queue, catalogue or class.
     *
     * @param fields names of the custom fields of what is in it
     */
    public record Place(long number, String name, String email, Set<String> fields, boolean disabled) {}

    public Directory(RtClient client, RtIds ids) {
        this.client = client;
        this.ids = ids;
    }

    /** Asks for all of it. */
    public void load() throws BackendException {
        loadPlaces("queues/all", "queue", "TicketCustomFields", queues);
        loadPlaces("catalogs/all", "catalog", NONE, catalogs);
        loadPlaces("classes/all", "class", "ArticleCustomFields", classes);
        assetFields.clear();
        assetFields.addAll(customFields(client, "RT::Catalog-RT::Asset"));
        new Walk(client).terms(PERSON, after -> new Terms(), 0, (items, last) -> {
            for (JsonNode item : items) {
                if (people.get(Json.text(item.path("Name"))) == null) {
                    learn(item);
                }
            }
            return true;
        });
    }

    private void loadPlaces(String path, String kind, String fields, Map<Long, Place> into) throws BackendException {
        into.clear();
        for (int page = 1; ; page++) {
            List<JsonNode> items = client.get(path + "?fields=Name&per_page=100&page=" + page)
                    .path("items")
                    .valueStream()
                    .toList();
            for (JsonNode item : items) {
                place(kind, fields, Json.number(item.path("id"))).ifPresent(place -> into.put(place.number(), place));
            }
            if (items.size() < 100) {
                return;
            }
        }
    }

    private Optional<Place> place(String kind, String fields, long number) throws BackendException {
        return client.find(kind + "/" + number)
                .map(answer -> new Place(
                        number,
                        Json.text(answer.body().path("Name")),
                        Json.text(answer.body().path("CorrespondAddress")),
                        fields(answer.body(), fields),
                        Json.number(answer.body().path("Disabled")) != 0));
    }

    /** Names of the custom fields of what is in a queue, catalogue or class. */
    public static Set<String> fields(JsonNode place, String list) {
        Set<String> names = new HashSet<>();
        place.path(list).forEach(field -> names.add(Json.text(field.path("name"))));
        return names;
    }

    /** Names of all custom fields of one kind of object that we may see. */
    public static Set<String> customFields(RtClient client, String lookup) throws BackendException {
        Set<String> names = new HashSet<>();
        new Walk(client)
                .terms(
                        "customfields?fields=Name",
                        after -> new Terms().with("LookupType", "=", lookup),
                        0,
                        (items, last) -> {
                            items.forEach(item -> names.add(Json.text(item.path("Name"))));
                            return true;
                        });
        return names;
    }

    /** Names of the custom fields of assets, of whatever catalogue. */
    public Set<String> assetFields() {
        return Set.copyOf(assetFields);
    }

    /** Lists leave out who works here, so each who may is asked for alone; who is only an address does not. */
    private Person learn(JsonNode listed) throws BackendException {
        String name = Json.text(listed.path("Name"));
        String email = Json.text(listed.path("EmailAddress"));
        boolean system = name.equals(SYSTEM);
        boolean staff = system;
        boolean disabled = false;
        if (!system && !name.equals(NOBODY) && !name.equalsIgnoreCase(email)) {
            JsonNode whole = client.find("user/" + RtClient.escape(name))
                    .map(RtClient.Answer::body)
                    .orElse(listed);
            staff = whole.path("Privileged").isMissingNode() || Json.number(whole.path("Privileged")) == 1;
            disabled = Json.number(whole.path("Disabled")) == 1;
        }
        Person person = new Person(
                ids.of(staff ? Named.USER : Named.CONTACT, name),
                name,
                Json.text(listed.path("RealName")),
                email,
                Json.text(listed.path("WorkPhone")),
                Json.text(listed.path("MobilePhone")),
                staff,
                system,
                disabled);
        people.put(name, person);
        byId.put(person.id(), person);
        return person;
    }

    /** Asks again for somebody, by number or name. */
    public Optional<Person> again(String who) throws BackendException {
        Optional<RtClient.Answer> found = client.find("user/" + RtClient.escape(who));
        return found.isPresent() ? Optional.of(learn(found.get().body())) : Optional.empty();
    }

    /** Somebody by name; empty for nobody and whom we may not see. */
    public Optional<Person> person(String name) throws BackendException {
        if (name.isEmpty() || name.equals(NOBODY)) {
            return Optional.empty();
        }
        Person known = people.get(name);
        return known == null ? again(name) : Optional.of(known);
    }

    public Optional<Person> person(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    public Collection<Place> queues() {
        return List.copyOf(queues.values());
    }

    public Collection<Place> catalogs() {
        return List.copyOf(catalogs.values());
    }

    public Collection<Place> classes() {
        return List.copyOf(classes.values());
    }

    /** A queue by its number; one that was made since is asked for. */
    public Optional<Place> queue(long number) throws BackendException {
        return known(queues, "queue", "TicketCustomFields", number);
    }

    public Optional<Place> queue(UUID id) throws BackendException {
        var number = ids.number(Numbered.QUEUE, id);
        return number.isPresent() ? queue(number.getAsLong()) : Optional.empty();
    }

    public Optional<Place> catalog(long number) throws BackendException {
        return known(catalogs, "catalog", NONE, number);
    }

    private Optional<Place> known(Map<Long, Place> places, String kind, String fields, long number)
            throws BackendException {
        if (!places.containsKey(number)) {
            place(kind, fields, number).ifPresent(place -> places.put(number, place));
        }
        return Optional.ofNullable(places.get(number));
    }

    /** One of them by its name; empty where there is none. */
    public static Optional<Place> named(Collection<Place> places, String name) {
        return places.stream().filter(place -> place.name().equals(name)).findFirst();
    }
}
