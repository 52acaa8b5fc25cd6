package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ServerSession;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.internal.map.ArticleReader;
import org.waystation.backend.rt.internal.map.AssetReader;
import org.waystation.backend.rt.internal.map.Directory;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.map.HistoryReader;
import org.waystation.backend.rt.internal.map.Meaning;
import org.waystation.backend.rt.internal.map.Numbers;
import org.waystation.backend.rt.internal.map.People;
import org.waystation.backend.rt.internal.map.TicketReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;

/** One Request Tracker to which somebody is signed in, with all that is needed to read it. */
public final class RtServer {

    private final RtClient client;
    private final RtIds ids;
    private final RtMapping mapping;
    private final String login;
    private final Meaning meaning;
    private final Directory directory;
    private final Numbers numbers;
    private final TicketReader tickets;
    private final AssetReader assets;
    private final ArticleReader articles;
    private final HistoryReader history;
    private final People people;
    private final String host;
    private Optional<Person> me = Optional.empty();

    /**
     * @param login name of the user; empty with a token
     * @param host as it is named to the technician
     */
    public RtServer(RtClient client, RtIds ids, RtMapping mapping, String login, String host) {
        this.client = client;
        this.ids = ids;
        this.mapping = mapping;
        this.login = login;
        this.host = host;
        meaning = new Meaning(mapping, ids);
        directory = new Directory(client, ids);
        numbers = new Numbers(client, ids, mapping.marker());
        tickets = new TicketReader(ids, meaning, directory, numbers);
        assets = new AssetReader(meaning, directory, numbers);
        articles = new ArticleReader(meaning, directory, numbers);
        history = new HistoryReader(client, ids, directory, numbers);
        people = new People(ids, meaning);
    }

    /** Signs in, asks who and what is there, and says who we are. */
    ServerSession signIn() throws BackendException {
        JsonNode about = client.get("rt");
        String who = login.isEmpty() ? client.userOfToken().orElse("") : login;
        Person found = directory
                .again(who)
                .orElseThrow(() -> new BackendException(
                        BackendException.Cause.FORBIDDEN,
                        "Request Tracker on " + host
                                + " does not say who is signed in. The user needs to see itself."));
        if (me.isEmpty()) {
            directory.load();
        }
        me = Optional.of(found);
        String provider =
                "Request Tracker " + Json.text(about.path("Version")).replaceAll("[+-].*", "") + " on " + host;
        return new ServerSession(found.id(), found.shown(), provider, epoch(), client.serverTime());
    }

    /** Another mapping makes other records of the same objects, so it is another history. */
    String epoch() {
        return ids.epoch(MappingText.write(mapping));
    }

    /** The login's name of whoever is signed in. */
    public String me() throws BackendException {
        if (me.isEmpty()) {
            signIn();
        }
        return me.map(Person::name).orElse("");
    }

    public RtClient client() {
        return client;
    }

    public RtIds ids() {
        return ids;
    }

    public Meaning meaning() {
        return meaning;
    }

    public Directory directory() {
        return directory;
    }

    public Numbers numbers() {
        return numbers;
    }

    public TicketReader tickets() {
        return tickets;
    }

    public AssetReader assets() {
        return assets;
    }

    public ArticleReader articles() {
        return articles;
    }

    public HistoryReader history() {
        return history;
    }

    People people() {
        return people;
    }
}
