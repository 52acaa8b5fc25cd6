package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.SafeStart;
import org.waystation.plugins.internal.safe.Condemned;
import org.waystation.plugins.internal.safe.StartJournal;

/** Watches over a start: writes down which plug-in is being started, and asks what to do after starts that crashed. */
final class StartWatch implements SafeStart {

    private static final Logger LOG = LoggerFactory.getLogger(StartWatch.class);

    private final StartJournal journal;
    private final Condemned condemned;
    private final Function<String, String> names;
    private final StartJournal.Advice advice;
    private volatile boolean safeMode;
    private volatile boolean decided;
    private Consumer<StartWatch> onDecision = watch -> {};

    /**
     * @param safeMode whether it was asked for from outside
     * @param names of plug-ins by their id
     */
    StartWatch(StartJournal journal, Condemned condemned, boolean safeMode, Function<String, String> names)
            throws IOException {
        this.journal = journal;
        this.condemned = condemned;
        this.safeMode = safeMode;
        this.names = names;
        this.advice = journal.begin();
        this.decided = safeMode || !advice.offerSafeMode();
    }

    /** Called once it is decided: at once where nothing is asked. */
    void whenDecided(Consumer<StartWatch> then) {
        boolean now;
        synchronized (this) {
            onDecision = then;
            now = decided;
        }
        if (now) {
            then.accept(this);
        }
    }

    @Override
    public synchronized Optional<Question> question() {
        return decided
                ? Optional.empty()
                : Optional.of(new Question(advice.crashes(), advice.suspect().map(names)));
    }

    @Override
    public void decide(Choice choice) {
        Consumer<StartWatch> then;
        synchronized (this) {
            if (decided) {
                return;
            }
            decided = true;
            then = onDecision;
        }
        safeMode = choice == Choice.SAFE_MODE;
        if (choice == Choice.WITHOUT_SUSPECT) {
            advice.suspect().ifPresent(this::condemn);
        }
        then.accept(this);
    }

    private void condemn(String id) {
        try {
            condemned.add(id, "The program did not come up twice in a row while this was being started.");
        } catch (IOException e) {
            LOG.error("{} could not be quarantined", id, e);
        }
    }

    @Override
    public boolean safeMode() {
        return safeMode;
    }

    /** A plug-in is about to be started. */
    void starting(String id) {
        quietly(() -> journal.starting(id));
    }

    /** The window is there. */
    void completed() {
        quietly(journal::completed);
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Nobody's start depends on the journal. */
    private static void quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            LOG.warn("How far the start came could not be written down", e);
        }
    }
}
