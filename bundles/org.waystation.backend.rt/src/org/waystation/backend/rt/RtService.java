package org.waystation.backend.rt;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The connection of this profile to a Request Tracker. Stages end exceptionally with a {@link
 * org.waystation.api.sync.BackendException} whose message is for the technician.
 */
@ProviderType
public interface RtService {

    /**
     * How it stands.
     *
     * @param access where it is connected to; empty where it is not
     * @param mapping what its words mean
     */
    record State(Optional<RtAccess> access, Optional<RtMapping> mapping) {

        public static final State NONE = new State(Optional.empty(), Optional.empty());

        public boolean connected() {
            return access.isPresent();
        }
    }

    State state();

    /** Calls the listener by the executor, first with the present state, then after each change. */
    AutoCloseable listen(Executor deliverOn, Consumer<State> listener);

    /**
     * Signs in once and looks around; nothing is kept. Cancelling the stage ends it.
     *
     * @param secret password or token; wiped when the stage ends. Empty for the one that is kept, where it is this very
     *     connection
     */
    CompletionStage<RtFindings> look(URI server, RtAccess.Method method, String user, char[] secret);

    /** What the words of such a server most likely mean. */
    RtMapping propose(RtFindings findings);

    /** What has to be set right in a mapping before it can be used; empty where nothing has. */
    List<MappingComplaint> complaints(RtMapping mapping);

    /** To which companies the tickets that were looked at will belong by a mapping. Nothing is asked for it. */
    RtPreview preview(RtFindings findings, RtMapping mapping);

    /**
     * Connects: keeps the secret in the vault, the rest with the profile, and begins to sync.
     *
     * @param secret password or token; wiped when the stage ends. Empty for the one that is kept, where it is this very
     *     connection
     */
    CompletionStage<Void> connect(URI server, RtAccess.Method method, String user, char[] secret, RtMapping mapping);

    /** Other meanings for the same server; what is held is fetched anew. */
    CompletionStage<Void> remap(RtMapping mapping);

    /** Forgets the connection and its secret. What was synced stays here. */
    CompletionStage<Void> disconnect();

    /** The mapping as the text of a file (JSON). */
    String write(RtMapping mapping);

    /**
     * Reads such a file.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with it
     */
    RtMapping read(String text);

    /** What somebody with rights on the server loads there once, so that records can be created exactly once. */
    String setupFile();
}
