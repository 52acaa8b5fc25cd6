package org.waystation.tickets.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.LocalStore;
import org.waystation.store.Records;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.OperationMaker;
import org.waystation.store.live.Background;

/** The ticket service over a real store, with threads and commit news in the test's hand. */
final class TicketBench implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final UUID me = id(1);
    final UUID grace = id(2);
    final UUID harbour = id(3);
    final UUID managed = id(4);
    final Steps ui = new Steps();
    final Steps background = new Steps();
    final Steps later = new Steps();
    final LocalStore store;
    final LocalTicketService service;
    final LocalTicketDetails details;
    final LocalSavedViews views;
    final Allowed allowed = new Allowed();
    private final News news;
    private long sequence = 100;

    TicketBench(Path folder) throws StoreException {
        store = LocalStore.open(folder, new byte[32]);
        news = new News(store.records());
        Background threads = new Background(background, background, later);
        Me signedIn = new Me(store.replica());
        TicketViews views = new TicketViews(news, store.outbox(), signedIn, allowed);
        OperationMaker make = new OperationMaker(Clock.fixed(NOON, ZoneOffset.UTC));
        TicketEdits edits = new TicketEdits(news, store.outbox(), signedIn, allowed, make);
        details = new LocalTicketDetails(threads, news, store.outbox(), store.tickets(), signedIn, allowed);
        this.views = new LocalSavedViews(
                threads,
                news,
                store.outbox(),
                new Earlier(store.outbox()),
                signedIn,
                allowed,
                new ViewsHere(store.documents()));
        service = new LocalTicketService(threads, news, store.tickets(), signedIn, views, edits);
    }

    static UUID id(long number) {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    /** A snapshot with two people, a company under an agreement, and so many open tickets of mine, due one after another. */
    void fill(int tickets) throws StoreException {
        List<EntityRecord> records = new ArrayList<>(List.of(
                record(EntityKind.USER, me, "name", "Ada Obi"),
                record(EntityKind.USER, grace, "name", "Grace Lin"),
                record(EntityKind.USER, id(5), "name", "Monitoring", "system", true),
                record(EntityKind.COMPANY, harbour, "name", "Harbour Dental"),
                record(EntityKind.AGREEMENT, id(6), "companyId", harbour.toString(), "kind", "break_fix"),
                record(EntityKind.AGREEMENT, managed, "companyId", harbour.toString(), "kind", "managed")));
        for (int i = 0; i < tickets; i++) {
            records.add(ticket(i, "in_progress"));
        }
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(records);
            writer.complete("c1");
        }
        store.replica().saveSession(new ServerSession(me, "Ada Obi", "Northwind MSP", "epoch-1", NOON));
    }

    static UUID ticketId(int i) {
        return id(1_000 + i);
    }

    EntityRecord ticket(int i, String status) {
        return record(
                EntityKind.TICKET,
                ticketId(i),
                "number",
                10_000 + i,
                "subject",
                "Ticket " + i,
                "companyId",
                harbour.toString(),
                "assigneeId",
                me.toString(),
                "status",
                status,
                "priority",
                "p3",
                "type",
                "incident",
                "origin",
                "reactive",
                "resolutionDueAt",
                NOON.plusSeconds(60L * i).toString());
    }

    /** The server says what may be done with a ticket. */
    void say(UUID ticket, RecordActions actions) throws StoreException {
        EntityRecord held =
                store.records().find(new RecordRef(EntityKind.TICKET, ticket)).orElseThrow();
        serverChanges(new EntityRecord(held.kind(), held.id(), held.version() + 1, ++sequence, held.data(), actions));
    }

    EntityRecord record(EntityKind kind, UUID id, @Nullable Object... fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            data.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return new EntityRecord(kind, id, ++sequence, sequence, data);
    }

    /** What the server changed, told to whoever listens. */
    void serverChanges(EntityRecord... records) throws StoreException {
        store.replica().apply(new ChangePage("epoch-1", "c" + sequence, false, List.of(records), List.of()));
        tell(List.of(records).stream().map(EntityRecord::ref).toList());
    }

    void serverDeletes(RecordRef ref) throws StoreException {
        store.replica().apply(new ChangePage("epoch-1", "c" + ++sequence, false, List.of(), List.of(ref)));
        tell(List.of(ref));
    }

    void tell(List<RecordRef> refs) {
        List.copyOf(news.listeners).forEach(listener -> listener.committed(new Records.Commit(refs, false)));
    }

    int listeners() {
        return news.listeners.size();
    }

    /** Lets every thread run until nothing waits. */
    void settle() {
        while (!(ui.idle() && background.idle() && later.idle())) {
            background.runWaiting();
            later.runWaiting();
            ui.runWaiting();
        }
    }

    <T> T done(CompletionStage<T> stage) {
        settle();
        return stage.toCompletableFuture().join();
    }

    /** The exception that a stage ended with. */
    Throwable refusal(CompletionStage<?> stage) {
        settle();
        Throwable[] found = new Throwable[1];
        stage.whenComplete((value, fault) -> found[0] = fault);
        Throwable fault = Objects.requireNonNull(found[0]);
        return fault instanceof CompletionException wrapped ? Objects.requireNonNull(wrapped.getCause()) : fault;
    }

    @Override
    public void close() {
        store.close();
    }

    /** The store's records; who listens is told by the test, not by the store's thread. */
    private static final class News implements Records {

        private final Records records;
        private final List<CommitListener> listeners = new ArrayList<>();

        News(Records records) {
            this.records = records;
        }

        @Override
        public Optional<EntityRecord> find(RecordRef ref) throws StoreException {
            return records.find(ref);
        }

        @Override
        public Optional<EntityRecord> server(RecordRef ref) throws StoreException {
            return records.server(ref);
        }

        @Override
        public Held held() throws StoreException {
            return records.held();
        }

        @Override
        public List<EntityRecord> referring(EntityKind kind, String field, UUID to) throws StoreException {
            return records.referring(kind, field, to);
        }

        @Override
        public List<EntityRecord> all(EntityKind kind) throws StoreException {
            return records.all(kind);
        }

        @Override
        public AutoCloseable onCommit(CommitListener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
