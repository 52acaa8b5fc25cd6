package org.waystation.testkit;

import java.util.List;

/** The ticket queue. */
public final class QueueBot {

    private static final Locator TABLE = Locator.id("waystation.tickets.queue");
    private static final Locator FILTER = Locator.id("waystation.tickets.filter");

    private final Screen screen;
    private final Hands hands = new Hands();

    public QueueBot(Screen screen) {
        this.screen = screen;
    }

    /** Whether rows with content are on the screen. */
    public boolean filled() {
        return screen.find(TABLE).isPresent()
                && screen.rows(TABLE).stream().anyMatch(row -> row.matches(".*\\d{3,}.*"));
    }

    public QueueBot awaitFilled() {
        screen.waitFor("a filled queue", this::filled);
        return this;
    }

    /** Waits until so many rows are seen at least: the first of a list that still fills are not all of it. */
    public QueueBot awaitRows(int atLeast) {
        screen.waitFor(atLeast + " rows of the queue", () -> filled() && rows().size() >= atLeast);
        return this;
    }

    public List<String> rows() {
        return screen.rows(TABLE);
    }

    /** Replaces the filter by what is typed. */
    public QueueBot filter(String typed) {
        hands.click(screen.await(FILTER));
        hands.press("ctrl+a", "BackSpace");
        hands.type(typed);
        return this;
    }

    /** Waits until the queue holds nothing but tickets with these words. */
    public QueueBot awaitOnly(String words) {
        screen.waitFor("only rows with " + words, () -> {
            List<String> rows = rows();
            return !rows.isEmpty() && rows.stream().allMatch(row -> row.contains(words));
        });
        return this;
    }

    /** Opens the first row with the keyboard. */
    public TicketBot openFirst() {
        Screen.Seen table = screen.await(TABLE);
        hands.clickAt(table.x() + table.width() / 2, table.y() + 40);
        hands.press("Home", "Return");
        return new TicketBot(screen).awaitOpen();
    }
}
