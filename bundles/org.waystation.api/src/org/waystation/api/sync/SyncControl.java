package org.waystation.api.sync;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What somebody can decide about sync: what is taken along, when it rests, whether all is as it should be. */
@ProviderType
public interface SyncControl {

    /**
     * Delivers what is so now and each later change of it.
     *
     * @param deliverOn where the listener runs, such as the UI thread
     * @return ends the listening
     */
    AutoCloseable follow(Executor deliverOn, Consumer<SyncFacts> listener);

    /**
     * Takes along something else from now on. What is not in it any more goes, save changes that were not sent yet; what
     * is new in it is fetched. The stage ends once the wish is kept on disk; the rest follows when the server answers.
     */
    CompletionStage<Void> takeAlong(SyncScope scope);

    /**
     * How large a scope would be. Asks the server, so it ends exceptionally with a {@link BackendException} where that
     * does not answer.
     */
    CompletionStage<ScopeEstimate> estimate(SyncScope scope);

    /** The companies that can be pinned, by name. */
    CompletionStage<List<ScopeCompany>> companies();

    /** Rests until {@link #resume}, or until the program is started again; what is under way stops at its next mark. */
    void pause();

    /** Goes on where it was. */
    void resume();

    /** Compares this machine's copy with the server now, and puts right what differs. */
    void checkNow();

    /** What the last syncs did, last first. */
    CompletionStage<List<SyncReport>> reports();
}
