package org.waystation.e2e;

/** A running workstation with a filled queue, and the ways from there to each screen. */
final class Stage {

    /** The ticket of the sample data that pictures show. */
    static final String TICKET = "48213";

    private final Screen screen;
    private final ServerProcess server;
    private final Hands hands = new Hands();

    Stage(Screen screen, ServerProcess server) {
        this.screen = screen;
        this.server = server;
    }

    void openTicket() {
        new QueueBot(screen).filter(TICKET).awaitOnly(TICKET).openFirst();
        new QueueBot(screen).filter("assignee:me status:open ").awaitFilled();
    }

    void widenQueue() {
        Screen.Seen sash = screen.await(Locator.id("waystation.sash.left"));
        hands.drag(sash, 700);
        new QueueBot(screen).awaitFilled();
    }

    void newTicket() {
        hands.press("ctrl+n");
        screen.await(Locator.id("waystation.newticket"));
    }

    void search() {
        hands.press("shift");
        hands.press("shift");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("backup");
        screen.await(Locator.id("waystation.search.results"));
    }

    void findAction() {
        hands.press("ctrl+shift+a");
        screen.await(Locator.id("waystation.search.input"));
    }

    void settings() {
        hands.press("ctrl+alt+s");
        screen.await(Locator.id("waystation.settings.search"));
    }

    void eventLog() {
        server.stop();
        new StatusBot(screen).awaitOffline();
        hands.press("alt+9");
        screen.await(Locator.id("waystation.eventlog.rows"));
    }

    void workOffline() {
        openTicket();
        server.stop();
        new StatusBot(screen).awaitOffline();
        new TicketBot(screen).note("Service enabled at boot, manual run started: 61 % done.").awaitText("61 % done");
        screen.await(Locator.text("not yet synced"));
    }
}
