package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Presence.Person;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;
import org.waystation.backend.msp.internal.MspClient.Expected;

/** The MSP server as a backend. Each sign-in asks anew where the server is; the other calls go where the last one went. */
@Component(service = {Backend.class, MspBackend.class})
public final class MspBackend implements Backend {

    /** Names a file with certificate authorities to be believed besides those of this Java. */
    static final String AUTHORITIES_PROPERTY = "waystation.ca";

    private static final long SMALL = 1_000_000;
    private static final long LARGE = 256_000_000;

    private final ServerConnection connection;
    private final HttpClients clients;
    private final Timing timing;
    private final Clock clock;
    private final Expected small;
    private final Expected large;
    /** Another one after each start does: the server uses it for nothing but its limits. */
    private final UUID workstation = UUID.randomUUID();

    private @Nullable ServerAccess usedAccess;
    private @Nullable MspClient client;

    @Activate
    public MspBackend(@Reference ServerConnection connection, @Reference ConfiguredProxies proxies) {
        this(connection, new HttpClients(new Trust(extraAuthorities()), proxies), Timing.USUAL, Clock.systemUTC());
    }

    /** A backend outside of the component runtime. */
    public MspBackend(ServerConnection connection) {
        this(connection, extraAuthorities(), Timing.USUAL, Clock.systemUTC());
    }

    MspBackend(ServerConnection connection, Optional<Path> extraAuthorities, Timing timing, Clock clock) {
        this(connection, new HttpClients(new Trust(extraAuthorities)), timing, clock);
    }

    MspBackend(ServerConnection connection, HttpClients clients, Timing timing, Clock clock) {
        this.connection = connection;
        this.clients = clients;
        this.timing = timing;
        this.clock = clock;
        this.small = new Expected(MspClient.JSON, SMALL, timing.answer());
        this.large = new Expected(MspClient.JSON, LARGE, timing.answer());
    }

    private static Optional<Path> extraAuthorities() {
        return Optional.ofNullable(System.getProperty(AUTHORITIES_PROPERTY))
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }

    @Override
    public String id() {
        return "msp";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public ServerSession session() throws BackendException {
        return renewedClient().get("v1/session", Map.of(), small, MspClient.json(SessionReader::read));
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        return snapshot(new SnapshotRequest(kinds, SyncScope.everything(), Optional.empty()), sink);
    }

    @Override
    public SnapshotEnd snapshot(SnapshotRequest request, SnapshotSink sink) throws BackendException {
        Map<String, String> query = ScopeQuery.of(request.scope());
        if (!request.kinds().isEmpty()) {
            query.put(
                    "kinds",
                    request.kinds().stream().map(EntityKind::code).sorted().collect(Collectors.joining(",")));
        }
        request.after().ifPresent(mark -> query.put("after", mark));
        Expected expected = new Expected(MspClient.NDJSON, SnapshotReader.LINE_LIMIT, timing.answer());
        return client().get("v1/snapshot", query, expected, new SnapshotReader(sink)::read);
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        return changes(cursor, limit, SyncScope.everything());
    }

    @Override
    public ChangePage changes(String cursor, int limit, SyncScope scope) throws BackendException {
        Map<String, String> query = ScopeQuery.of(scope);
        query.put("cursor", cursor);
        query.put("limit", Integer.toString(limit));
        return client().get("v1/changes", query, large, MspClient.json(ChangesReader::read));
    }

    @Override
    public Digests digests(SyncScope scope) throws BackendException {
        return client().get("v1/digests", ScopeQuery.of(scope), small, MspClient.json(DigestsReader::read));
    }

    @Override
    public Map<UUID, Stamp> liveIds(EntityKind kind, SyncScope scope) throws BackendException {
        Map<String, String> query = ScopeQuery.of(scope);
        query.put("kind", kind.code());
        Expected expected = new Expected(MspClient.NDJSON, LiveIdsReader.LINE_LIMIT, timing.answer());
        return client().get("v1/live-ids", query, expected, LiveIdsReader::read);
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        return client().find(
                        KindPath.of(ref.kind()) + "/" + ref.id(),
                        large,
                        MspClient.json(input -> Envelope.read(input).record()));
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        Set<UUID> deletions = operations.stream()
                .filter(operation -> operation.type() == Operation.Type.DELETE)
                .map(Operation::id)
                .collect(Collectors.toSet());
        ResultsReader reader = new ResultsReader(deletions);
        List<OperationResult> results = new ArrayList<>(operations.size());
        for (byte[] body : bodies(operations)) {
            results.addAll(client().post("v1/operations", body, large, MspClient.json(reader::read)));
        }
        return results;
    }

    private static List<byte[]> bodies(List<Operation> operations) {
        try {
            return OperationBatches.of(operations);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed.", e);
        }
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) throws BackendException {
        NewsReader reader = new NewsReader(clock, clock.instant().plus(wait));
        Expected expected = new Expected(MspClient.EVENTS, NewsReader.EVENT_LIMIT, timing.events());
        return client().get("v1/events", Map.of("cursor", cursor), expected, reader::read);
    }

    /**
     * Says what the technician does with a record.
     *
     * @param activity {@code viewing}, {@code editing} or {@code gone}
     * @return who else has it open
     */
    List<Person> tellPresence(UUID record, String activity) throws BackendException {
        String body = "{\"record\":\"" + record + "\",\"activity\":\"" + activity + "\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client().post("v1/presence", bytes, small, MspClient.json(PresenceReader::read));
    }

    @Override
    public Optional<ContentTransfer> contents() {
        return Optional.of(new MspContents(this::client, timing));
    }

    @Override
    public AutoCloseable onAccessChange(Runnable listener) {
        return connection.onChange(listener);
    }

    private synchronized MspClient client() throws BackendException {
        MspClient current = client;
        if (current == null) {
            return renewedClient();
        }
        connection.renewed().ifPresent(current::use);
        return current;
    }

    /** The client for the way in as it stands now; the old one goes on where nothing has changed. */
    private synchronized MspClient renewedClient() throws BackendException {
        ServerAccess access = connection.access();
        if (client != null && access.equals(usedAccess)) {
            return client;
        }
        if (!access.isPrivate()) {
            throw new BackendException(
                    BackendException.Cause.REFUSED,
                    "The address " + access.server() + " is not encrypted, so nothing was sent. Use an https address.");
        }
        MspClient renewed = new MspClient(access, clients.create(timing), clock, workstation);
        close();
        client = renewed;
        usedAccess = access;
        return renewed;
    }

    @Deactivate
    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
