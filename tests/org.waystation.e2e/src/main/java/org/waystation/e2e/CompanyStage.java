package org.waystation.e2e;

import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** The ways to the screens about companies and what their work was. */
final class CompanyStage {

    /** The company of the sample data that pictures show. */
    private static final String COMPANY = "Harbour Dental";

    private static final Locator TITLE = Locator.id("waystation.insight.title");

    private final Stage stage;
    private final Screen screen;
    private final Hands hands = new Hands();

    CompanyStage(Stage stage, Screen screen) {
        this.stage = stage;
        this.screen = screen;
    }

    void list() {
        stage.choose("Companies", "> Companies");
        screen.waitFor(
                "a filled list of companies",
                () -> !screen.rows(Locator.id("waystation.companies.table")).isEmpty());
    }

    void page() {
        stage.choose("c:" + COMPANY, "> " + COMPANY);
        screen.await(Locator.id("waystation.company.title"), seen -> seen.text().equals(COMPANY));
    }

    /** All companies. */
    void insight() {
        hands.press("ctrl+alt+i");
        screen.await(TITLE, seen -> seen.text().startsWith("All"));
        awaitSums();
    }

    /** The companies that pay by the hour, and the arithmetic of the first. */
    void comparison() {
        insight();
        hands.click(screen.await(Locator.id("waystation.insight.scope")));
        screen.await(Locator.type("MenuList"), Screen.Seen::focus);
        hands.type("break");
        hands.press("Return");
        screen.await(TITLE, seen -> seen.text().contains("reak"));
        awaitSums();
        Locator first = Locator.id("waystation.insight.switch");
        wheelTo(first, 2);
        hands.click(screen.await(first));
        wheelTo(Locator.text("The arithmetic"), 2);
    }

    void ofOneCompany() {
        page();
        hands.click(screen.await(Locator.id("waystation.company.insight")));
        screen.await(TITLE, seen -> seen.text().contains(COMPANY));
        awaitSums();
    }

    /** Turns the wheel over the page until something is in its upper part, at most one in so many of its height. */
    private void wheelTo(Locator what, int part) {
        Screen.Seen top = screen.await(TITLE);
        int bottom = screen.await(Locator.id("waystation.status.sync")).y();
        int far = top.y() + (bottom - top.y()) / part;
        screen.waitFor("in view: " + what, () -> {
            if (screen.await(what).y() < far) {
                return true;
            }
            hands.wheel(top.x() + top.width() / 2, far);
            return false;
        });
    }

    private void awaitSums() {
        screen.await(Locator.id("waystation.insight.proactive"));
    }
}
