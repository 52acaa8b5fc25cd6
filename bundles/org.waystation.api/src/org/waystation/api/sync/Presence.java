package org.waystation.api.sync;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;

/**
 * Who else has a record open. It is told to the server and asked of it in the background, again and again while it is
 * wanted; without a network nobody is known to be there.
 */
@ProviderType
public interface Presence {

    /** What somebody does with a record. */
    enum Activity {
        VIEWING,
        EDITING
    }

    /** Somebody else. */
    record Person(String name, Activity activity) {}

    /**
     * Says that the technician has a record open, and hears of the others, first when the server has answered.
     *
     * @param others called by the executor with all of them, after each change
     */
    Open open(RecordRef record, Executor deliverOn, Consumer<List<Person>> others);

    /** A record that is open; closing it says that it is not any more. */
    interface Open extends AutoCloseable {

        /** Says what is done with it now; returns at once. */
        void activity(Activity activity);

        @Override
        void close();
    }
}
