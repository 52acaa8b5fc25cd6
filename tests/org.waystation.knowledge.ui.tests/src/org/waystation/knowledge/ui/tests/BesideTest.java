package org.waystation.knowledge.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.actions.ArchiveArticle;
import org.waystation.knowledge.ui.internal.actions.ArticleTitles;
import org.waystation.knowledge.ui.internal.actions.KeepArticle;
import org.waystation.knowledge.ui.internal.actions.MakeArticle;
import org.waystation.knowledge.ui.internal.actions.PublishArticle;
import org.waystation.knowledge.ui.internal.panels.AssetArticles;
import org.waystation.knowledge.ui.internal.panels.TicketArticles;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;

/** Articles beside tickets and assets, and what can be done with the record at hand. */
class BesideTest {

    private static final RecordRef TICKET = new RecordRef(EntityKind.TICKET, MemoryArticles.TICKET);

    private final Stage stage = new Stage(380, 400);
    private final List<RecordRef> opened = new ArrayList<>();
    private final UUID article = stage.articles.add(1, "Restart order", "Storage first", Map.of());
    private final MakeArticle make = new MakeArticle(stage.articles, stage.drafts, opened::add, stage);

    @BeforeEach
    void open() {
        stage.shell.setLayout(new FillLayout());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatMayHelpIsSuggestedAndLinkedWithOnePress() {
        Panel parent = new Panel(stage.shell, stage.look, Tone.PANEL);
        new TicketArticles(stage.articles, opened::add, make).create(parent, stage.look, TICKET);
        stage.open();
        stage.until("it is suggested", () -> stage.says("May help"));
        FlatButton line = stage.find(FlatButton.class, "waystation.articles.beside");
        line.press();
        assertEquals(List.of(new RecordRef(EntityKind.ARTICLE, article)), opened);
        ((FlatButton) line.getParent().getChildren()[2]).press();
        stage.until("it is linked", () -> !stage.says("May help"));
        assertEquals(
                List.of(MemoryArticles.TICKET), stage.articles.article(article).ticketIds());
        assertTrue(stage.says("Restart order"));
    }

    @Test
    void anAssetSaysWhenNothingIsWrittenAboutIt() {
        Panel parent = new Panel(stage.shell, stage.look, Tone.PANEL);
        RecordRef asset = new RecordRef(EntityKind.ASSET, MemoryArticles.FILES);
        new AssetArticles(stage.articles, opened::add).create(parent, stage.look, asset);
        stage.open();
        stage.until("it says so", () -> stage.says("Nothing is written about it yet"));
        stage.articles.link(article, asset, true);
        stage.until("the article is there", () -> stage.says("Restart order"));
    }

    @Test
    void anArticleIsMadeFromATicketAndOpenedForWriting() {
        stage.open();
        assertEquals(Optional.of("Make an article from this ticket"), make.offer(TICKET));
        make.run(TICKET);
        stage.until("it is opened", () -> !opened.isEmpty());
        UUID made = opened.getFirst().id();
        assertEquals("Nightly backup failed", stage.articles.article(made).title());
        assertTrue(stage.drafts.takeWriteNext(made), "it begins with writing");
        assertTrue(!stage.drafts.takeWriteNext(made), "once");
    }

    @Test
    void actionsAreOfferedWhereTheyApply() {
        RecordRef ref = new RecordRef(EntityKind.ARTICLE, article);
        PublishArticle publish = new PublishArticle(stage.articles);
        ArchiveArticle archive = new ArchiveArticle(stage.articles);
        KeepArticle keep = new KeepArticle(stage.articles);
        assertEquals(Optional.empty(), publish.offer(ref));
        assertEquals(Optional.of("Archive this article"), archive.offer(ref));
        assertEquals(Optional.empty(), keep.offer(ref));
        archive.run(ref);
        assertEquals(Optional.empty(), archive.offer(ref));
        publish.run(ref);
        assertEquals("published", stage.articles.article(article).state().code());
        stage.articles.records.get(article).put("reviewOn", "2020-01-01");
        assertTrue(keep.offer(ref).isPresent());
        keep.run(ref);
        assertEquals(Optional.empty(), keep.offer(ref));
        assertEquals(Optional.of("Restart order"), new ArticleTitles(stage.articles).title(article));
    }
}
