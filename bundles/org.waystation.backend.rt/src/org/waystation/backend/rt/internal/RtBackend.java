package org.waystation.backend.rt.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.internal.map.ArticleReader;
import org.waystation.backend.rt.internal.map.AssetReader;
import org.waystation.backend.rt.internal.map.TicketReader;
import org.waystation.backend.rt.internal.push.HeldContents;
import org.waystation.backend.rt.internal.push.Pushing;

/**
 * Request Tracker as a backend. It has a feed of changes and tells of deletions, and refuses a change that builds on
 * another state; it does not make a record once however often it is asked, cannot part what it gives, and says nothing by
 * itself.
 */
public final class RtBackend implements Backend, AutoCloseable {

    private static final Set<EntityKind> KINDS = Set.of(
            EntityKind.USER,
            EntityKind.COMPANY,
            EntityKind.CONTACT,
            EntityKind.AGREEMENT,
            EntityKind.TEAM,
            EntityKind.TICKET,
            EntityKind.NOTE,
            EntityKind.TIME_ENTRY,
            EntityKind.ATTACHMENT,
            EntityKind.ASSET,
            EntityKind.ARTICLE);

    private final RtMapping mapping;
    private final Opening opening;
    private volatile ContentTransfer.@Nullable Held held;
    private @Nullable RtServer server;
    private @Nullable Pushing pushing;

    /** Makes the connection once it is needed. */
    @FunctionalInterface
    public interface Opening {
        RtServer open() throws BackendException;
    }

    public RtBackend(RtMapping mapping, Opening opening) {
        this.mapping = mapping;
        this.opening = opening;
    }

    @Override
    public String id() {
        return "rt";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.DELTA_FEED, Capability.TOMBSTONES, Capability.VERSIONS);
    }

    @Override
    public Set<EntityKind> kinds() {
        return KINDS;
    }

    @Override
    public RecordActions actionsOfNew(EntityKind kind) {
        if (kind.equals(EntityKind.TICKET)) {
            return RecordActions.of(TicketReader.mayDoWithNew(mapping));
        }
        if (kind.equals(EntityKind.ASSET)) {
            return RecordActions.of(AssetReader.mayDo(mapping));
        }
        if (kind.equals(EntityKind.ARTICLE)) {
            return RecordActions.of(ArticleReader.ACTIONS);
        }
        return Pushing.takes(kind) ? RecordActions.UNKNOWN : RecordActions.of(List.of());
    }

    private synchronized RtServer server() throws BackendException {
        RtServer there = server;
        if (there == null) {
            there = opening.open();
            server = there;
            pushing = new Pushing(there, new Offered());
        }
        return there;
    }

    /** Opened and with its directory read: everything but signing in needs names. */
    private RtServer signedIn() throws BackendException {
        RtServer there = server();
        there.me();
        return there;
    }

    private synchronized Pushing pushing() throws BackendException {
        signedIn();
        if (pushing == null) {
            throw new IllegalStateException("There is a server, so there is a way to write to it.");
        }
        return pushing;
    }

    /** What the file engine has offered, once it has. */
    private final class Offered implements HeldContents {

        @Override
        public boolean isReady() {
            return held != null;
        }

        @Override
        public Optional<InputStream> open(UUID attachmentId) throws IOException {
            ContentTransfer.Held contents = held;
            return contents == null ? Optional.empty() : contents.open(attachmentId);
        }
    }

    @Override
    public ServerSession session() throws BackendException {
        return server().signIn();
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        return new Snapshot(signedIn(), kinds, sink).run();
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        return new Feed(signedIn()).after(cursor);
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        List<OperationResult> results = new ArrayList<>();
        for (Operation operation : operations) {
            results.add(pushing().push(operation));
        }
        return results;
    }

    @Override
    public Optional<EntityRecord> createdBy(Operation creation) throws BackendException {
        return pushing().madeBy(creation);
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        return pushing().read(ref);
    }

    /** Never called, since {@link Capability#PUSH_EVENTS} is not promised. */
    @Override
    public boolean awaitNews(String cursor, Duration wait) {
        return false;
    }

    @Override
    public Optional<ContentTransfer> contents() {
        return Optional.of(new RtContents(this::signedIn, given -> held = given));
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.client().close();
            server = null;
            pushing = null;
        }
    }
}
