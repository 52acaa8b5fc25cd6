package org.waystation.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waystation.rtserver.RequestTracker;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;

/** A running workstation with a filled queue, and the ways from there to each screen. */
final class Stage implements AutoCloseable {

    /** The ticket of the sample data that pictures show. */
    static final String TICKET = "48213";

    /** The article of the sample data that pictures show. */
    private static final String ARTICLE = "Restart order after host updates";

    private static final List<String> TABLE = List.of(
            "Company;Name;Kind;State;Serial;Warranty ends;Location;Rack height",
            "Harbour Dental;SRV-201;server;in_use;5CG2210XTV;2028-04-30;Rack A, unit 12;2 U",
            "Harbour Dental;SRV-202;server;in_use;5CG2210XTW;30.04.2028;Rack A, unit 14;2 U",
            "Harbour Dental;FS-01;server;in_use;;2027-01-14;Rack B, unit 3;2 U",
            "Kestrel Foods;LT-301;laptop;in_stock;PF3K9Q2Z;04/05/2027;Shelf 4;",
            "Kestrel Foods;LT-302;laptop;on_loan;PF3K9Q30;2027-05-04;Shelf 4;",
            ";SW-090;switch;in_use;FOC2451L0AB;2029-12-31;Cellar;1 U",
            "Nobody & Sons;PR-017;printer;in_use;VNB3K12345;2026-02-29;Reception;",
            "Oak & Ember;=HYPERLINK(1);workstation;in_use;MJ0CD5TR;2027-09-01;Till 2;",
            "Oak & Ember;TILL-03;workstation;in_use;MJ0CD5TS;2027-09-01;Till 3;");

    private static final Locator CONTEXT_BUTTON = Locator.name("Context").and("type", "StripeButton");
    private static final Locator CONTEXT_HEAD = Locator.text("Context").and("type", "TextLine");
    private static final String SHOW_PLUGINS = "org.waystation.plugins.show";
    private static final int WIDE = 1060;
    private static final int NARROW = 470;
    private static final int NEAR = 20;

    /** My open tickets fill the list at every size. */
    private static final int MANY = 8;

    private final Screen screen;
    private final ServerProcess server;
    private final int scale;
    private final String secret;
    private final TeamPlugins team;
    private final Hands hands = new Hands();
    private final Path folder;
    private final CompanyStage companies;
    private final ConflictStage conflict;
    private final RemoteStage remote;
    private final PictureTracker tracker;

    /**
     * @param scale pixels of the screen to a point of the program
     * @param secret what unlocks the profile
     * @param folder for files that a screen opens
     * @param team plug-ins to show
     * @param tracker to connect to
     */
    Stage(
            Screen screen,
            ServerProcess server,
            int scale,
            String secret,
            Path folder,
            TeamPlugins team,
            PictureTracker tracker) {
        this.tracker = tracker;
        this.folder = folder;
        this.team = team;
        this.companies = new CompanyStage(this, screen);
        this.conflict = new ConflictStage(this, screen, server);
        this.remote = new RemoteStage(this, screen, folder);
        this.secret = secret;
        this.scale = scale;
        this.screen = screen;
        this.server = server;
    }

    CompanyStage companies() {
        return companies;
    }

    ConflictStage conflict() {
        return conflict;
    }

    RemoteStage remote() {
        return remote;
    }

    @Override
    public void close() throws IOException {
        remote.close();
    }

    void openTicket() {
        new QueueBot(screen).filter(TICKET).awaitOnly(TICKET).openFirst();
        new QueueBot(screen).filter("assignee:me status:open ").awaitRows(MANY);
    }

    /** The list of articles with something looked for. */
    void knowledge() {
        choose("Knowledge", "> Knowledge");
        hands.click(screen.await(Locator.id("waystation.articles.filter")));
        hands.press("ctrl+a");
        hands.type("host");
        screen.waitFor(
                "articles",
                () -> screen.rows(Locator.id("waystation.articles.table")).stream()
                        .anyMatch(row -> row.contains(ARTICLE)));
    }

    void article() {
        choose("k:" + ARTICLE, "> " + ARTICLE);
        screen.await(Locator.id("waystation.article.title"), seen -> seen.text().equals(ARTICLE));
    }

    /** Types into Search Everywhere and takes what is then selected. */
    void choose(String text, String selected) {
        findAction();
        hands.type(text);
        screen.await(
                Locator.id("waystation.search.results"), seen -> seen.text().contains(selected));
        hands.press("Return");
        screen.waitFor("one window", () -> screen.windows() == 1);
    }

    void writeArticle() {
        hands.press("F4");
        screen.await(Locator.id("waystation.article.body"), Screen.Seen::focus);
    }

    void leaveWriting() {
        hands.press("Escape");
        screen.await(Locator.id("waystation.article.edit"));
    }

    void articleVersions() {
        hands.click(screen.await(Locator.id("waystation.article.versions")));
        screen.await(Locator.id("waystation.versions.diff"), seen -> seen.text().contains("+"));
    }

    /** Back to the queue, as the scenes that follow want it. */
    void leaveArticles() {
        hands.press("ctrl+w");
        screen.awaitGone(Locator.id("waystation.article.title"));
        choose("Tickets", "> Tickets");
        new QueueBot(screen).awaitFilled();
    }

    /** The editor that led to another one, too. */
    void closeBoth() {
        hands.press("ctrl+w", "ctrl+w");
    }

    void linkTicket() {
        if (screen.find(Locator.id("waystation.ticket.subject")).isEmpty()) {
            openTicket();
        }
        hands.click(screen.await(Locator.id("waystation.ticket.link")));
        hands.type("another ticket");
        hands.press("Return");
        screen.await(Locator.id("waystation.pick.text"));
        hands.type("backup");
    }

    void assets() {
        if (screen.find(Locator.id("waystation.assets.filter")).isEmpty()) {
            hands.click(screen.await(stripe("Assets")));
        }
        screen.waitFor(
                "a filled list of assets",
                () -> !screen.rows(Locator.id("waystation.assets.table")).isEmpty());
    }

    void tickets() {
        hands.click(screen.await(stripe("Tickets")));
        new QueueBot(screen).awaitFilled();
    }

    static Locator stripe(String name) {
        return Locator.name(name).and("type", "StripeButton");
    }

    void assetsByPlace() {
        assets();
        hands.click(screen.await(Locator.id("waystation.assets.byPlace")));
        screen.await(Locator.id("waystation.assets.tree"));
        hands.press("Home", "Right", "Down", "Return");
    }

    void assetsAsList() {
        hands.click(screen.await(Locator.id("waystation.assets.byPlace")));
        assets();
    }

    void changeAssets() {
        assets();
        hands.click(screen.await(Locator.id("waystation.assets.menu")));
        hands.type("change them");
        hands.press("Return");
        screen.await(Locator.id("waystation.bulk.field"));
        hands.press("space");
        hands.type("location");
        hands.press("Return");
        hands.click(screen.await(Locator.id("waystation.bulk.text")));
        hands.type("Rack B");
        screen.await(Locator.id("waystation.bulk.preview"));
    }

    /** A table with a bit of everything: new, known, and wrong in several ways. */
    void importAssets() {
        assets();
        Path table = folder.resolve("stocktaking.csv");
        try {
            Files.write(table, TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        choose("import assets", "> Import assets");
        hands.chooseFile("Import assets", table);
        // The pointer leaves the stripe, whose tip would stand over the sheet.
        hands.click(screen.await(
                Locator.id("waystation.import.summary"), seen -> seen.text().contains("wrong")));
        screen.settle();
    }

    void openAsset() {
        assets();
        Screen.Seen table = screen.await(Locator.id("waystation.assets.table"));
        hands.clickAt(table.x() + table.width() / 2, table.y() + 40);
        hands.press("Home", "Return");
        screen.await(Locator.id("waystation.asset.title"));
    }

    void widenQueue() {
        // The first click only gives an open tool window the focus.
        hands.click(screen.await(CONTEXT_BUTTON));
        hands.press("shift+Escape");
        screen.awaitGone(CONTEXT_HEAD);
        dragSash(WIDE * scale);
        new QueueBot(screen).awaitFilled();
    }

    void narrowQueue() {
        dragSash(NARROW * scale);
        hands.click(screen.await(CONTEXT_BUTTON));
        screen.await(CONTEXT_HEAD);
        new QueueBot(screen).awaitFilled();
    }

    /** A busy machine may let go of a sash before it has come all the way: then it is taken again. */
    private void dragSash(int toX) {
        screen.waitFor("the sash at " + toX, () -> {
            Screen.Seen sash = screen.await(Locator.id("waystation.sash.left"));
            if (Math.abs(sash.x() + sash.width() / 2 - toX) <= NEAR * scale) {
                return true;
            }
            hands.drag(sash, toX);
            return false;
        });
    }

    void syncCenter() {
        if (screen.find(Locator.id("waystation.sync.status")).isEmpty()) {
            hands.press("ctrl+shift+y");
        }
        screen.await(Locator.id("waystation.sync.reports"));
    }

    void leaveSyncCenter() {
        hands.click(screen.await(stripe("Sync")));
        screen.awaitGone(Locator.id("waystation.sync.status"));
    }

    void scope() {
        choose("> taken along", "> Change what is taken along");
        hands.click(screen.await(Locator.id("waystation.scope.every")));
        screen.await(Locator.id("waystation.scope.companies"));
        screen.await(Locator.contains("About "));
        screen.settle();
    }

    /** A Request Tracker with some tickets, looked around on but not connected to. */
    void requestTracker() {
        try {
            new TrackerBot(screen)
                    .open()
                    .test(tracker.address(), RequestTracker.TECHNICIAN, RequestTracker.PASSWORD)
                    .address("https://rt.msp.example/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Request Tracker was started", e);
        }
    }

    void closeEditor() {
        hands.press("ctrl+w");
        new QueueBot(screen).awaitFilled();
    }

    /** Plug-ins of a team in their window, one of them switched off. */
    void plugins() {
        PluginBot bot = new PluginBot(screen);
        team.install(bot);
        bot.run(SHOW_PLUGINS);
        screen.await(Locator.name("What the next shift has to know, in one list"));
        hands.click(screen.await(Locator.text("Disable").and("type", "FlatButton")));
        screen.await(Locator.text("Enable").and("type", "FlatButton"));
    }

    /** What the team's repository has beyond them. */
    void offeredPlugins() {
        new PluginBot(screen).run(SHOW_PLUGINS);
        hands.click(screen.await(Locator.id("waystation.plugins.tab.available")));
        screen.await(Locator.id("waystation.plugins.available." + TeamPlugins.NEW));
    }

    /** Without their buttons on the stripe. */
    void noPlugins() {
        team.remove(new PluginBot(screen));
        hands.click(screen.await(CONTEXT_BUTTON));
        screen.await(CONTEXT_HEAD);
        new QueueBot(screen).awaitFilled();
    }

    /** Out of a sheet or a dialog. */
    void escape() {
        hands.press("Escape");
        screen.waitFor("one window", () -> screen.windows() == 1);
    }

    void lock() {
        hands.press("ctrl+alt+l");
        screen.await(Locator.id("waystation.unlock.passphrase"));
    }

    void unlock() {
        screen.await(Locator.id("waystation.unlock.passphrase"), Screen.Seen::focus);
        hands.type(secret);
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.unlock"));
        new QueueBot(screen).awaitFilled();
    }

    void newTicket() {
        hands.press("ctrl+n");
        screen.await(Locator.id("waystation.newTicket.subject"));
    }

    void search() {
        hands.press("shift");
        hands.press("shift");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("backup");
        screen.await(Locator.id("waystation.search.results"));
    }

    /** One word over all that there is. */
    void searchAll() {
        remote.credentials();
        remote.credentialsAway();
        hands.press("shift");
        hands.press("shift");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("fs-01");
        screen.await(
                Locator.id("waystation.search.results"), seen -> seen.text().contains("Administrator of FS-01"));
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
        stopServer();
        hands.click(screen.await(Locator.name("Event log").and("type", "StripeButton")));
        screen.await(Locator.id("waystation.eventlog.rows"));
    }

    private void stopServer() {
        server.stop();
        new StatusBot(screen).awaitOffline();
    }

    void workOffline() {
        if (screen.find(Locator.id("waystation.ticket.subject")).isEmpty()) {
            openTicket();
        }
        stopServer();
        new TicketBot(screen)
                .note("Manual run finished without an error. Watching tonight's run.")
                .awaitText("tonight");
        screen.await(Locator.text("not yet synced"));
    }
}
