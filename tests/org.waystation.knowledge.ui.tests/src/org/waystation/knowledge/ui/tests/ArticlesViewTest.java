package org.waystation.knowledge.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.live.TypedFilter;
import org.waystation.knowledge.ui.internal.list.ArticlesView;
import org.waystation.knowledge.ui.internal.page.NewArticleSheet;
import org.waystation.shell.widgets.FlatButton;

class ArticlesViewTest {

    private final Stage stage = new Stage(460, 700);
    private final List<UUID> opened = new ArrayList<>();
    private ArticlesView view;

    @BeforeEach
    void open() {
        stage.articles.add(1, "Restart order", "Storage first", Map.of("reviewOn", "2026-01-01"));
        stage.articles.add(2, "Printer", "Clean it", Map.of("state", "draft"));
        view = new ArticlesView(stage.shell, stage.desk, opened::add);
        stage.open();
        stage.settle();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aFacetPutsItsTokenIntoTheFilterAndTakesItOut() {
        FlatButton drafts = stage.find(FlatButton.class, "waystation.articles.facet.draft");
        drafts.press();
        stage.settle();
        assertEquals("state:draft", view.filter().toString());
        stage.find(FlatButton.class, "waystation.articles.facet.archived").press();
        assertEquals("state:archived", view.filter().toString(), "one state at a time");
        stage.until("it says that there is none", () -> stage.says("No articles match"));
        stage.find(FlatButton.class, "waystation.articles.facet.archived").press();
        assertEquals(TypedFilter.all(), view.filter());
    }

    @Test
    void whatIsTypedIsLookedFor() {
        stage.find(StyledText.class, "waystation.articles.filter").setText("storage");
        stage.until(
                "it is asked for",
                () -> stage.articles.asked.getLast().filter().equals(ArticleQuery.filter("storage")));
    }

    @Test
    void theFilterIsToldSoThatItComesBack() {
        List<TypedFilter> kept = new ArrayList<>();
        view.onFilter(kept::add);
        view.choose(ArticleQuery.filter("tag:hosts vpn"));
        assertEquals(List.of(ArticleQuery.filter("tag:hosts vpn")), kept);
    }

    @Test
    void aNewArticleNeedsATitleAndIsADraft() {
        List<UUID> made = new ArrayList<>();
        new NewArticleSheet(stage.shell, stage.desk, made::add).open();
        stage.find(FlatButton.class, "waystation.newArticle.create").press();
        stage.until("it says why", () -> stage.says("An article needs a title."));
        StyledText title = stage.find(StyledText.class, "waystation.newArticle.title");
        title.setText("VPN drops");
        stage.press(title, SWT.CR, 0);
        stage.until("it is made", () -> !made.isEmpty());
        assertEquals("draft", stage.articles.article(made.getFirst()).state().code());
        assertTrue(stage.display.getShells().length == 1, "the sheet is gone");
    }
}
