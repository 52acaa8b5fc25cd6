package org.waystation.api.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Remote sessions: starts them, knows those that are open and those that were. Calls return at once. */
@ProviderType
public interface SessionService {

    /** What the editor of a session opens. */
    EntityKind KIND = new EntityKind("session");

    /** Starts a session; it connects in the background and tells of its state. */
    RemoteSession start(SessionRequest request);

    /** Those not ended, in the order in which they were started. */
    List<RemoteSession> open();

    Optional<RemoteSession> find(UUID id);

    /** The protocols that are there now, as id and label, by label. */
    List<ProtocolName> protocols();

    /** What is known for starting a session from a company, an asset or a ticket. */
    CompletionStage<SessionPlan> plan(RecordRef record);

    /** Open tickets that a session from this asset may be for, the technician's own first, at most 50; none of other records. */
    CompletionStage<List<TicketName>> ticketsFor(RecordRef record);

    /** Ended sessions, newest first; of one record where one is given. */
    CompletionStage<List<SessionRecord>> past(Optional<RecordRef> of, int limit);

    CompletionStage<Optional<SessionRecord>> pastOne(UUID id);

    /** The recording of an ended session; ends exceptionally where there is none or it is damaged. */
    CompletionStage<Recording> recording(UUID id);

    /** Calls the listener, on a thread of the sessions, when one is started or ended. */
    AutoCloseable onChange(Runnable listener);

    /**
     * A ticket that can be chosen.
     *
     * @param title its number and subject
     * @param mine whether the technician has it
     */
    record TicketName(UUID id, String title, boolean mine) {}

    /** A protocol that can be chosen. */
    record ProtocolName(String id, String label, int defaultPort) {}
}
