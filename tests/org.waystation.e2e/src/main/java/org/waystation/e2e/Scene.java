package org.waystation.e2e;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A screen that can be shown for a picture: how a person gets there from the filled queue. */
enum Scene {
    QUEUE("the window with the ticket queue", stage -> {}),
    QUEUE_WIDE("the queue as a table", Stage::widenQueue),
    TICKET("a ticket with its context", Stage::openTicket),
    NEW_TICKET("the sheet for a new ticket", Stage::newTicket),
    SEARCH("Search Everywhere", Stage::search),
    COMMANDS("Find Action", Stage::findAction),
    SETTINGS("the settings", Stage::settings),
    LOG("the event log", Stage::eventLog),
    OFFLINE("a ticket with work that waits for the server", Stage::workOffline);

    private final String shows;
    private final Consumer<Stage> act;

    Scene(String shows, Consumer<Stage> act) {
        this.shows = shows;
        this.act = act;
    }

    String shows() {
        return shows;
    }

    /** As typed on the command line, such as {@code queue-wide}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void play(Stage stage) {
        act.accept(stage);
    }

    static Optional<Scene> of(String word) {
        for (Scene scene : values()) {
            if (scene.word().equals(word)) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }
}
