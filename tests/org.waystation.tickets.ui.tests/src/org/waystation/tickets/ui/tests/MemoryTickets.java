package org.waystation.tickets.ui.tests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.tickets.EditRules;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TicketView.Entry;
import org.waystation.api.tickets.TimeDraft;

/** Tickets in memory: checks as the real service does, keeps what is edited, and tells whoever follows. */
public final class MemoryTickets implements TicketService {

    final List<Company> companies = new ArrayList<>();
    final List<User> users = new ArrayList<>();
    final Map<UUID, TicketView> tickets = new LinkedHashMap<>();
    final List<TicketQuery> queries = new ArrayList<>();
    private final EditRules rules = new EditRules();
    private final TicketWorkflow workflow = new TicketWorkflow();
    private final List<Runnable> followers = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    /** Lets every edit fail from now on. */
    void failWith(RuntimeException newFailure) {
        failure = Optional.of(newFailure);
    }

    void put(TicketView view) {
        tickets.put(view.ticket().id(), view);
        tell();
    }

    void remove(UUID id) {
        tickets.remove(id);
        tell();
    }

    List<TicketRow> rows() {
        return tickets.values().stream().map(Views::row).toList();
    }

    @Override
    public LiveList<TicketRow> queue(TicketQuery query, Executor deliverOn) {
        queries.add(query);
        return new MemoryList(query, deliverOn);
    }

    @Override
    public LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketView>> subscriber) {
        Runnable tell = () -> deliverOn.execute(() -> subscriber.accept(Optional.ofNullable(tickets.get(ticketId))));
        followers.add(tell);
        tell.run();
        return () -> followers.remove(tell);
    }

    int followers() {
        return followers.size();
    }

    @Override
    public CompletionStage<UUID> create(TicketDraft draft) {
        return edit(() -> {
            rules.require(rules.subject(draft.subject()));
            UUID id = UUID.randomUUID();
            Ticket ticket = new Ticket(
                    id,
                    Optional.empty(),
                    draft.subject(),
                    Optional.of(draft.companyId()),
                    Optional.empty(),
                    Optional.empty(),
                    draft.assetId(),
                    draft.assigneeId(),
                    draft.type(),
                    draft.origin(),
                    "phone",
                    draft.priority(),
                    TicketStatus.NEW,
                    Optional.of(Instant.now()),
                    Optional.of(Instant.now()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of());
            Optional<Company> company = companies.stream()
                    .filter(c -> c.id().equals(draft.companyId()))
                    .findFirst();
            tickets.put(
                    id,
                    new TicketView(
                            ticket,
                            company,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            draft.assigneeId().isPresent(),
                            workflow.next(TicketStatus.NEW),
                            List.of(),
                            List.of(),
                            Set.of("subject"),
                            List.of()));
            return id;
        });
    }

    @Override
    public CompletionStage<UUID> addNote(UUID ticketId, NoteDraft draft) {
        return edit(() -> {
            rules.require(rules.noteBody(draft.body()));
            Note note = new Note(
                    UUID.randomUUID(),
                    Optional.of(ticketId),
                    Optional.empty(),
                    "Tom Reyes",
                    draft.visibility(),
                    draft.body(),
                    Optional.of(Instant.now()));
            change(ticketId, view -> Views.withConversation(view, added(view.conversation(), note)));
            return note.id();
        });
    }

    @Override
    public CompletionStage<UUID> bookTime(UUID ticketId, TimeDraft draft) {
        return edit(() -> {
            rules.require(rules.minutes(draft.minutes()), rules.comment(draft.comment()));
            TimeEntry entry = new TimeEntry(
                    UUID.randomUUID(),
                    Optional.of(ticketId),
                    Optional.empty(),
                    draft.minutes(),
                    draft.workType(),
                    draft.billable(),
                    draft.comment(),
                    Optional.of(draft.startedAt()));
            change(ticketId, view -> Views.withTime(view, added(view.timeEntries(), entry)));
            return entry.id();
        });
    }

    @Override
    public CompletionStage<Void> changeStatus(UUID ticketId, TicketStatus status) {
        return change(ticketId, view -> Views.withStatus(view, status, workflow.next(status)));
    }

    @Override
    public CompletionStage<Void> changePriority(UUID ticketId, Priority priority) {
        return change(ticketId, view -> Views.withPriority(view, priority));
    }

    @Override
    public CompletionStage<Void> assign(UUID ticketId, Optional<UUID> userId) {
        Optional<User> user = userId.flatMap(
                id -> users.stream().filter(u -> u.id().equals(id)).findFirst());
        return change(ticketId, view -> Views.withAssignee(view, user));
    }

    @Override
    public CompletionStage<Void> changeSubject(UUID ticketId, String subject) {
        return edit(() -> {
            rules.require(rules.subject(subject));
            change(ticketId, view -> Views.withSubject(view, subject));
            return null;
        });
    }

    @Override
    public CompletionStage<List<User>> assignees() {
        return CompletableFuture.completedFuture(List.copyOf(users));
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return CompletableFuture.completedFuture(List.copyOf(companies));
    }

    private CompletionStage<Void> change(UUID id, UnaryOperator<TicketView> change) {
        return edit(() -> {
            tickets.computeIfPresent(id, (key, view) -> change.apply(view));
            return null;
        });
    }

    private <T> CompletionStage<T> edit(Supplier<T> work) {
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        try {
            T result = work.get();
            tell();
            return CompletableFuture.completedFuture(result);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }

    private static <T> List<Entry<T>> added(List<Entry<T>> entries, T value) {
        List<Entry<T>> more = new ArrayList<>(entries);
        more.add(new Entry<>(value, true, true));
        return more;
    }

    /** All tickets whose subject holds the words; open ones alone where that is asked for. */
    private final class MemoryList implements LiveList<TicketRow> {

        private final TicketQuery query;
        private final List<Runnable> listeners = new ArrayList<>();
        private final Runnable tell;

        MemoryList(TicketQuery query, Executor deliverOn) {
            this.query = query;
            tell = () -> deliverOn.execute(() -> List.copyOf(listeners).forEach(Runnable::run));
            followers.add(tell);
        }

        private List<TicketRow> rows() {
            boolean open = query.filter().toString().contains("status:open");
            return tickets.values().stream()
                    .filter(view -> !open || workflow.isOpen(view.ticket().status()))
                    .filter(view -> query.filter().words().stream()
                            .allMatch(word ->
                                    view.ticket().subject().toLowerCase().contains(word)))
                    .map(Views::row)
                    .toList();
        }

        @Override
        public int size() {
            return rows().size();
        }

        @Override
        public TicketRow get(int index) {
            return rows().get(index);
        }

        @Override
        public CompletionStage<Integer> indexOf(UUID id) {
            List<UUID> ids = rows().stream().map(TicketRow::id).toList();
            return CompletableFuture.completedFuture(ids.indexOf(id));
        }

        @Override
        public void onChange(Runnable listener) {
            listeners.add(listener);
        }

        @Override
        public String failure() {
            return failure.map(Throwable::getMessage).orElse(null);
        }

        @Override
        public void close() {
            followers.remove(tell);
        }
    }
}
