package org.waystation.knowledge.ui.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.Company;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.knowledge.ui.internal.ArticleWords;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.CopiedText;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** The head of the page: title, how the article stands, and what can be done with it. */
final class ArticleHead extends Panel {

    private final Desk desk;
    private final TextLine title;
    private final TextLine whose;
    private final Pill unsynced;
    private final Pill stale;
    private final Pill state;
    private final Panel buttons;
    private final FlatButton publish;
    private final FlatButton edit;
    private final FlatButton versions;
    private final FlatButton holds;
    private final FlatButton link;
    private Optional<ArticleView> shown = Optional.empty();
    private boolean comparing;

    ArticleHead(Composite parent, Desk desk, Runnable onEdit, Runnable onVersions, Runnable onLink) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 20;
        column.marginHeight = 16;
        column.marginBottom = -8;
        column.verticalSpacing = 8;
        setLayout(column);
        Panel first = row(4);
        title = WidgetId.set(new TextLine(first, desk.look(), TextStyle.TITLE, Tone.TEXT), "waystation.article.title");
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        unsynced = pill(first, "not yet synced", Tint.WARN);
        stale = pill(first, "", Tint.WARN);
        state = pill(first, "", Tint.NEUTRAL);
        WidgetId.set(state, "waystation.article.state");
        whose = new TextLine(this, desk.look(), TextStyle.BODY, Tone.DIM);
        whose.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        buttons = row(6);
        publish = button(FlatButton.Kind.PRIMARY, "Publish", "publish")
                .onPress(() -> change("state", ArticleState.PUBLISHED.code(), "Published"));
        edit = button(FlatButton.Kind.PLAIN, "Edit", "edit")
                .icon("edit")
                .keys("F4")
                .onPress(onEdit);
        versions = button(FlatButton.Kind.PLAIN, "Versions", "versions")
                .icon("versions")
                .onPress(onVersions);
        link = button(FlatButton.Kind.PLAIN, "Link…", "link").icon("link").onPress(onLink);
        holds = button(FlatButton.Kind.PLAIN, "Still holds", "holds")
                .icon("check")
                .name("Still holds: look at it again in 6 months")
                .onPress(() -> change(
                        "reviewOn",
                        desk.today().plusMonths(ArticleReview.MONTHS).toString(),
                        "It will be looked at again in " + ArticleReview.MONTHS + " months"));
        WidgetId.set(
                new FlatButton(buttons, desk.look(), FlatButton.Kind.QUIET)
                        .icon("more")
                        .name("More")
                        .menu(this::choices),
                "waystation.article.menu");
    }

    private Panel row(int columns) {
        Panel row = new Panel(this, desk.look(), Tone.EDITOR);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        row.setLayout(layout);
        return row;
    }

    private Pill pill(Panel row, String word, Tint tint) {
        Pill pill = new Pill(row, desk.look(), word, tint);
        pill.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        return pill;
    }

    private FlatButton button(FlatButton.Kind kind, String text, String id) {
        FlatButton button =
                WidgetId.set(new FlatButton(buttons, desk.look(), kind).text(text), "waystation.article." + id);
        button.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        return button;
    }

    void show(ArticleView view) {
        shown = Optional.of(view);
        Article article = view.article();
        ArticleReview review = ArticleReview.of(article.state(), article.reviewOn(), desk.today());
        title.text(article.title());
        state.show(article.state().label(), ArticleWords.tint(article.state()));
        stale.show(ArticleWords.review(review, article.reviewOn(), desk.times()), ArticleWords.tint(review));
        show(stale, review != ArticleReview.LATER);
        show(unsynced, !view.unsyncedFields().isEmpty());
        show(publish, !article.state().equals(ArticleState.PUBLISHED));
        publish.text(article.state().equals(ArticleState.ARCHIVED) ? "Publish again" : "Publish");
        show(holds, review != ArticleReview.LATER);
        boolean mayUpdate = mayUpdate();
        publish.setEnabled(mayUpdate);
        link.setEnabled(mayUpdate);
        holds.setEnabled(mayUpdate);
        edit.setEnabled(mayUpdate && !comparing);
        String company = view.company().map(Company::name).orElse("");
        String about = company.isEmpty() ? "No company" : company;
        String changed = article.updatedAt()
                .map(at -> " · changed " + desk.times().ago(at)
                        + (view.editorName().isEmpty() ? "" : " by " + view.editorName()))
                .orElse("");
        whose.text((mayUpdate ? "" : "Read only for you · ") + about + " · "
                + ArticleWords.readers(article.visibility(), company) + changed);
        whose.hover(article.updatedAt().map(desk.times()::exact).orElse(""));
        layout(true, true);
    }

    void showingVersions(boolean is) {
        comparing = is;
        versions.on(is);
        edit.setEnabled(!is && mayUpdate());
    }

    private boolean mayUpdate() {
        return shown.map(view -> view.actions().mayUpdate()).orElse(true);
    }

    /** Not every server keeps drafts. */
    private boolean mayDraft() {
        return shown.map(view -> view.actions().mayChange("state:draft")).orElse(true);
    }

    private List<MenuChoice> choices() {
        List<MenuChoice> choices = new ArrayList<>();
        ArticleState now = shown.map(view -> view.article().state()).orElse(ArticleState.DRAFT);
        if (!now.equals(ArticleState.DRAFT) && mayDraft()) {
            choices.add(MenuChoice.of(
                            "Make it a draft again",
                            () -> change("state", ArticleState.DRAFT.code(), "It is a draft again"))
                    .withIcon("edit"));
        }
        if (!now.equals(ArticleState.ARCHIVED) && mayUpdate()) {
            choices.add(MenuChoice.of("Archive", () -> change("state", ArticleState.ARCHIVED.code(), "Archived"))
                    .withIcon("archive"));
        }
        shown.ifPresent(view -> choices.add(MenuChoice.of(
                        "Copy the text", () -> CopiedText.copy(view.article().body()))
                .withIcon("copy")));
        return choices;
    }

    private void change(String field, Object value, String done) {
        shown.ifPresent(view -> desk.change(
                desk.articles().change(List.of(new ArticleChange(view.article().id(), Map.of(field, value)))),
                "“" + view.article().title() + "”: " + done));
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
