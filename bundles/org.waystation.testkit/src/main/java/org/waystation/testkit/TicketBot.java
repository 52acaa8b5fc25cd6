package org.waystation.testkit;

/** The ticket editor in front. */
public final class TicketBot {

    private static final Locator COMPOSE = Locator.id("waystation.ticket.compose");

    private final Screen screen;
    private final Hands hands = new Hands();

    public TicketBot(Screen screen) {
        this.screen = screen;
    }

    public TicketBot awaitOpen() {
        screen.await(
                Locator.id("waystation.ticket.subject"), seen -> !seen.text().isBlank());
        return this;
    }

    public String subject() {
        return screen.await(Locator.id("waystation.ticket.subject")).text();
    }

    public TicketBot note(String text) {
        compose(text);
        hands.press("ctrl+Return");
        return this;
    }

    /** Types into the box for notes and leaves it at that. */
    public TicketBot compose(String text) {
        hands.click(screen.await(COMPOSE));
        hands.type(text);
        return awaitComposed(text);
    }

    public TicketBot awaitComposed(String text) {
        screen.await(COMPOSE, seen -> seen.text().equals(text));
        return this;
    }

    /** What stands in the box for notes. */
    public String composed() {
        return screen.await(COMPOSE).text();
    }

    /** Saves what stands in the box for notes, with the mouse. */
    public TicketBot save() {
        hands.click(screen.await(Locator.id("waystation.ticket.save")));
        return this;
    }

    public TicketBot awaitText(String text) {
        screen.await(Locator.contains(text));
        return this;
    }

    /** Books time with the form in the editor. */
    public TicketBot book(String minutes, String comment) {
        hands.click(screen.await(Locator.id("waystation.ticket.time")));
        hands.click(screen.await(Locator.id("waystation.ticket.time.minutes")));
        hands.press("ctrl+a");
        hands.type(minutes);
        hands.click(screen.await(Locator.id("waystation.ticket.time.comment")));
        hands.type(comment);
        hands.click(screen.await(Locator.id("waystation.ticket.time.book")));
        screen.awaitGone(Locator.id("waystation.ticket.time.book"));
        return this;
    }

    /** Takes a step of the status by the menu beside the usual step. */
    public TicketBot step(String status) {
        hands.click(screen.await(Locator.id("waystation.ticket.step")));
        screen.await(
                Locator.id("waystation.context.status"), seen -> seen.text().equals(status));
        return this;
    }
}
