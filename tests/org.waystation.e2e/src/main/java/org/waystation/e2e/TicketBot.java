package org.waystation.e2e;

/** The ticket editor in front. */
final class TicketBot {

    private final Screen screen;
    private final Hands hands = new Hands();

    TicketBot(Screen screen) {
        this.screen = screen;
    }

    TicketBot awaitOpen() {
        screen.await(
                Locator.id("waystation.ticket.subject"), seen -> !seen.text().isBlank());
        return this;
    }

    String subject() {
        return screen.await(Locator.id("waystation.ticket.subject")).text();
    }

    TicketBot note(String text) {
        hands.click(screen.await(Locator.id("waystation.ticket.compose")));
        hands.type(text);
        hands.press("ctrl+Return");
        return this;
    }

    TicketBot awaitText(String text) {
        screen.await(Locator.contains(text));
        return this;
    }
}
