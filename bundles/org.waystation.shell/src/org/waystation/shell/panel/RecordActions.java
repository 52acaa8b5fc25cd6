package org.waystation.shell.panel;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;

/** What can be done with a record, from all plug-ins, for screens that show it; published as a service. */
@ProviderType
public interface RecordActions {

    /**
     * All that apply, by their words. Each plug-in is asked in the background; those that fail or take too long are left
     * out.
     */
    CompletionStage<List<Offer>> offers(RecordRef record);

    /**
     * Tells, on any thread, that actions came or went with their plug-ins: what was offered before is to be let go, since
     * it holds what the plug-in left behind.
     *
     * @return ends the listening
     */
    AutoCloseable onChange(Runnable listener);

    /**
     * An action and what it would do with the record.
     *
     * @param label such as "Take this ticket"
     * @param run does it; to be called on the UI thread
     */
    record Offer(String label, Runnable run) {}
}
