package org.waystation.sessions.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.Recording;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionPlan;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionService;
import org.waystation.api.session.SessionState;
import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.internal.recording.Recordings;

/** The sessions of this program. */
@Component(service = SessionService.class)
public final class Sessions implements SessionService {

    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    private static final int LAST_WORDS_SECONDS = 1;

    private final SessionParts parts;
    private final SessionPlans plans;
    private final SessionTickets tickets;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Map<UUID, LiveSession> open = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Sessions(
            @Reference SessionThreads threads,
            @Reference Protocols protocols,
            @Reference HostKeys hostKeys,
            @Reference CredentialVault vault,
            @Reference Recordings recordings,
            @Reference Journal journal,
            @Reference SessionPlans plans,
            @Reference SessionTickets tickets) {
        this.parts = new SessionParts(threads, protocols, hostKeys, vault, recordings, journal);
        this.plans = plans;
        this.tickets = tickets;
    }

    @Override
    public RemoteSession start(SessionRequest request) {
        LiveSession session = new LiveSession(ids.generate(), request, parts);
        open.put(session.id(), session);
        session.onChange(() -> {
            if (session.state() instanceof SessionState.Ended && open.remove(session.id()) != null) {
                tell();
            }
        });
        session.connect();
        parts.threads().news().execute(this::tell);
        return session;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<RemoteSession> open() {
        synchronized (open) {
            return new ArrayList<>(open.values());
        }
    }

    @Override
    public Optional<RemoteSession> find(UUID id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<ProtocolName> protocols() {
        return parts.protocols().names();
    }

    @Override
    public CompletionStage<SessionPlan> plan(RecordRef record) {
        return parts.threads().store(() -> plans.of(record));
    }

    @Override
    public CompletionStage<List<TicketName>> ticketsFor(RecordRef record) {
        return parts.threads().store(() -> tickets.of(record));
    }

    @Override
    public CompletionStage<List<SessionRecord>> past(Optional<RecordRef> of, int limit) {
        return parts.journal().past(of, limit);
    }

    @Override
    public CompletionStage<Optional<SessionRecord>> pastOne(UUID id) {
        return parts.journal().pastOne(id);
    }

    @Override
    public CompletionStage<Recording> recording(UUID id) {
        return parts.threads().store(() -> parts.recordings().read(id));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The program ends: so do the sessions, and their records are kept. */
    @Deactivate
    void close() {
        List.copyOf(open()).forEach(RemoteSession::end);
        try {
            parts.journal().settled().get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A profile that is locked takes nothing, and the program must end all the same.
            LOG.log(Level.WARNING, "The program ended before the end of its sessions was written down", e);
        }
    }
}
