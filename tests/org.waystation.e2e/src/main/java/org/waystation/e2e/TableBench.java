package org.waystation.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.Workstation;

/** The ticket table in the window, over all tickets: opening, jumping, another filter; from the key to the painting. */
final class TableBench {

    static final Locator TABLE = Locator.id("waystation.tickets.queue");

    private static final double OPEN_MILLIS = 150;
    private static final double JUMP_MILLIS = 100;
    private static final double CHANGE_MILLIS = 200;
    private static final int ROUNDS = 10;

    private final String sample;

    TableBench(String sample) {
        this.sample = sample;
    }

    List<Figure> measure(Workstation workstation) throws IOException {
        Screen screen = workstation.screen();
        Hands hands = new Hands();
        QueueBot queue = new QueueBot(screen).awaitFilled();
        List<Figure> figures = new ArrayList<>();

        KeyTimes open = new KeyTimes(screen, TABLE);
        for (int i = 0; i < ROUNDS; i++) {
            queue.filter("status:open ").awaitFilled();
            hands.press("shift+Escape");
            screen.awaitGone(TABLE);
            open.press("1", "alt", "filled");
        }
        figures.add(open.p95("table opens, " + sample, OPEN_MILLIS));

        queue.filter(" ").awaitFilled();
        Screen.Seen table = screen.await(TABLE);
        hands.clickAt(table.x() + table.width() / 2, table.y() + table.height() / 2);
        KeyTimes jumps = new KeyTimes(screen, TABLE);
        for (int i = 0; i < ROUNDS; i++) {
            jumps.press("END");
            hands.press("Prior"); // goes to the other end of what is seen already
            jumps.press("PAGE_UP").press("PAGE_UP").press("HOME");
            hands.press("Next");
            jumps.press("PAGE_DOWN").press("PAGE_DOWN");
        }
        figures.add(jumps.p50("table, jump paints, " + sample, JUMP_MILLIS));
        figures.add(jumps.p95("table, jump paints, " + sample, JUMP_MILLIS));

        KeyTimes changes = new KeyTimes(screen, TABLE);
        for (String word : List.of("backup", "printer", "outlook")) {
            queue.filter("");
            screen.settle();
            for (int length = 1; length <= word.length(); length++) {
                changes.press(word.substring(length - 1, length), "none", word.substring(0, length));
            }
        }
        figures.add(changes.p50("table, filter changes as one types, " + sample, CHANGE_MILLIS));
        figures.add(changes.p95("table, filter changes as one types, " + sample, CHANGE_MILLIS));
        return figures;
    }
}
