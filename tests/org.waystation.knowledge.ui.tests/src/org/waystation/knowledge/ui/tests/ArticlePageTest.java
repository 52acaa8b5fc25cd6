package org.waystation.knowledge.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView.Version;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.page.ArticlePage;
import org.waystation.knowledge.ui.internal.write.Drafts;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;

class ArticlePageTest {

    private static final String BODY =
            "## Order\n\n1. Storage\n2. Hosts\n\n```\nsystemctl start restic\n```\n\n| Host | Role |\n|---|---|\n| FS-01 | files |\n";

    private final Stage stage = new Stage(1180, 800);
    private final List<RecordRef> opened = new ArrayList<>();
    private final List<String> followed = new ArrayList<>();
    private final UUID id = stage.articles.add(
            1,
            "Restart order after host updates",
            BODY,
            Map.of(
                    "companyId", MemoryArticles.HARBOUR.toString(),
                    "reviewOn", "2026-10-01",
                    "tags", List.of("hosts"),
                    "ticketIds", List.of(MemoryArticles.TICKET.toString())));
    private ArticlePage page = new ArticlePage(stage.shell, stage.desk, id, stage.drafts, opened::add, followed::add);

    @BeforeEach
    void open() {
        stage.open();
        stage.until("the title is there", () -> stage.says("Restart order after host updates"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void isReadWithItsFactsAndLinks() {
        assertTrue(stage.says("systemctl start restic"));
        assertTrue(stage.says("files"), "the table");
        assertTrue(stage.says("Harbour Dental"));
        assertTrue(stage.says("by Mara Svensson"));
        assertEquals(
                "Published", stage.find(Pill.class, "waystation.article.state").getText());
        assertTrue(stage.says("stale since 1 Oct"));
        assertTrue(stage.says("#48213 Nightly backup failed"));
        assertFalse(stage.has("waystation.article.publish"), "it is published");
    }

    @Test
    void offersNothingThatItsReaderMayNotDo() {
        stage.articles.actions = RecordActions.of(List.of());
        stage.articles.told();
        stage.until("it says so", () -> stage.says("Read only for you"));
        for (String what : List.of("edit", "link", "addLink", "holds")) {
            assertFalse(
                    stage.find(FlatButton.class, "waystation.article." + what).isEnabled(), what);
        }
        assertFalse(stage.find(StyledText.class, "waystation.article.tags").getEnabled());
        assertFalse(stage.find(Control.class, "waystation.article.company").getEnabled());
        page.edit();
        assertFalse(stage.has("waystation.article.body"), "not by a key either");

        stage.articles.actions = RecordActions.of(List.of("update"));
        stage.articles.told();
        stage.until(
                "it is offered again",
                () -> stage.find(FlatButton.class, "waystation.article.edit").isEnabled());
        assertTrue(stage.find(StyledText.class, "waystation.article.tags").getEnabled());
    }

    @Test
    void isWrittenWithTheKeyboardAndSaved() {
        page.edit();
        stage.until("one can write", () -> stage.has("waystation.article.body"));
        StyledText body = body();
        body.setText("one\ntwo");
        body.setSelection(0, 3);
        stage.press(body, 'b', SWT.MOD1);
        assertEquals("**one**\ntwo", body.getText());
        stage.press(body, 'z', SWT.MOD1);
        assertEquals("one\ntwo", body.getText());
        stage.press(body, 'y', SWT.MOD1);
        body.setSelection(body.getCharCount());
        stage.press(body, '8', SWT.MOD1 | SWT.MOD2);
        assertEquals("**one**\n- two", body.getText());
        body.setSelection(body.getCharCount());
        stage.press(body, SWT.CR, 0);
        assertEquals("**one**\n- two\n- ", body.getText());
        stage.until("the preview follows", () -> stage.says("•  two"));
        stage.press(body, SWT.CR, SWT.MOD1);
        stage.until("it is read again", () -> stage.has("waystation.article.edit"));
        assertEquals("**one**\n- two\n- ", stage.articles.article(id).body());
        assertEquals(List.of(1L), stage.articles.written, "the version that was seen goes along");
        assertEquals(Map.of(), stage.sealed, "no draft is left");
    }

    @Test
    void whatIsNotSavedComesBackAfterTheProgramWasGone() {
        page.edit();
        stage.until("one can write", () -> stage.has("waystation.article.body"));
        body().setText("half a thought");
        stage.until("it is kept", () -> !stage.sealed.isEmpty());
        page.dispose();
        Drafts afterwards = new Drafts();
        afterwards.use(stage);
        page = new ArticlePage(stage.shell, stage.desk, id, afterwards, opened::add, followed::add);
        stage.shell.layout(true, true);
        stage.until("it tells of the draft", () -> stage.has("waystation.article.draft.goOn"));
        stage.find(FlatButton.class, "waystation.article.draft.goOn").press();
        stage.until("one can write", () -> stage.has("waystation.article.body"));
        assertEquals("half a thought", body().getText());
        stage.escape(body());
        stage.until("it is read", () -> stage.has("waystation.article.draft.throwAway"));
        stage.find(FlatButton.class, "waystation.article.draft.throwAway").press();
        stage.settle();
        assertFalse(stage.has("waystation.article.draft.goOn"));
        assertEquals(Map.of(), stage.sealed);
        assertEquals(BODY, stage.articles.article(id).body(), "nothing was saved");
    }

    @Test
    void whoWritesIsToldThatSomebodyElseDid() {
        page.edit();
        stage.until("one can write", () -> stage.has("waystation.article.body"));
        body().setText("mine");
        stage.articles.records.get(id).put("body", "theirs");
        stage.articles.told();
        stage.until("it is told", () -> stage.says("Mara Svensson changed this article meanwhile"));
        assertEquals("mine", body().getText(), "what is being written stays");
    }

    @Test
    void aTextThatIsRefusedSaysWhyAtItsBox() {
        page.edit();
        stage.until("one can write", () -> stage.has("waystation.article.body"));
        stage.find(StyledText.class, "waystation.article.titleBox").setText(" ");
        stage.press(body(), SWT.CR, SWT.MOD1);
        stage.until("it says why", () -> stage.says("An article needs a title."));
        assertTrue(stage.has("waystation.article.body"), "still writing");
    }

    @Test
    void staysStaleUntilSomebodySaysThatItHoldsAndThatCanBeUndone() {
        stage.find(FlatButton.class, "waystation.article.holds").press();
        stage.until("it is not stale", () -> !stage.says("stale since"));
        assertEquals("2027-05-29", stage.articles.records.get(id).get("reviewOn"));
        stage.until("undo is offered", () -> !stage.told.isEmpty());
        stage.told.getFirst().actions().getFirst().run().run();
        stage.until("it is stale again", () -> stage.says("stale since"));
    }

    @Test
    void linksAreChosenByTypingAndOpened() {
        page.link();
        StyledText input = stage.find(StyledText.class, "waystation.pick.text");
        input.setText("fs");
        stage.until("it is found", () -> stage.says("FS-01, Harbour Dental · Server"));
        stage.press(input, SWT.CR, 0);
        stage.until("it is linked", () -> stage.says("FS-01") && !stage.has("waystation.pick.text"));
        assertEquals(List.of(MemoryArticles.FILES), stage.articles.article(id).assetIds());
    }

    @Test
    void versionsAreComparedAndOneIsBroughtBack() {
        stage.articles.versions.put(
                id, List.of(version(2, "Order: storage, then hosts"), version(1, "Order: hosts, then storage")));
        stage.articles.told();
        page.toggleVersions();
        stage.until("what differs is there", () -> stage.says("−  Order: hosts, then storage"));
        assertTrue(stage.says("+  Order: storage, then hosts"));
        stage.find(Control.class, "waystation.versions.1").setFocus();
        stage.press(stage.find(Control.class, "waystation.versions.1"), ' ', 0);
        stage.until("the first one is shown", () -> !stage.says("−  Order"));
        stage.find(FlatButton.class, "waystation.versions.restore").press();
        stage.settle();
        assertEquals("Order: hosts, then storage", stage.articles.article(id).body());
    }

    @Test
    void anArticleThatIsGoneSaysSo() {
        stage.articles.records.remove(id);
        stage.articles.told();
        stage.until("it says so", () -> stage.says("This article is not here"));
    }

    @Test
    void wordsOfANewerServerAreShownAndKept() {
        stage.articles.records.get(id).putAll(new HashMap<>(Map.of("state", "peer_review", "visibility", "partners")));
        stage.articles.told();
        stage.until("the state is shown", () -> stage.says("Peer review"));
        assertTrue(stage.says("Partners"));
        assertEquals("partners", stage.articles.records.get(id).get("visibility"));
    }

    @Test
    void theTitleOfTheTabFollows() {
        List<String> titles = new ArrayList<>();
        page.onArticle(article -> titles.add(article.title()));
        stage.articles.records.get(id).put("title", "Another");
        stage.articles.told();
        stage.until("it is told", () -> titles.contains("Another"));
        assertEquals(
                "Another",
                stage.find(TextLine.class, "waystation.article.title").getText());
    }

    private StyledText body() {
        return stage.find(StyledText.class, "waystation.article.body");
    }

    private static Version version(int revision, String body) {
        return new Version(
                revision,
                new ArticleText("Restart order after host updates", body),
                "Mara Svensson",
                Optional.of(MemoryArticles.noon()));
    }
}
