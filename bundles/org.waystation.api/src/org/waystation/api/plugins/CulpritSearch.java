package org.waystation.api.plugins;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds the plug-in that does harm by running with half of those under suspicion at a time; nothing is restarted. What
 * is installed, enabled or disabled stays as it is, and all of it runs again at the end. The search goes on after a
 * restart. {@link Plugins#listen} tells of each step.
 */
@ProviderType
public interface CulpritSearch {

    /**
     * Where the search stands.
     *
     * @param suspects ids of those that may still be it
     * @param running ids of the suspects that run in this step
     * @param over whether no more steps are needed
     * @param culprit who it is; empty while that is not known, and where the fault is there without any of them
     */
    record Step(List<String> suspects, List<String> running, boolean over, Optional<String> culprit) {

        public Step {
            suspects = List.copyOf(suspects);
            running = List.copyOf(running);
        }
    }

    /** Empty where no search is under way. */
    Optional<Step> now();

    /**
     * Begins.
     *
     * @param pinned ids of those that run in each step and are not suspected
     */
    CompletionStage<Void> begin(Set<String> pinned);

    /**
     * Goes on with what the technician sees in this step.
     *
     * @param fault whether the fault is there
     */
    CompletionStage<Void> saw(boolean fault);

    /** Ends the search; all that ran before runs again. */
    CompletionStage<Void> end();
}
