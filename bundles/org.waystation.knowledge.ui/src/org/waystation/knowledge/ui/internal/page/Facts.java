package org.waystation.knowledge.ui.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.Company;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.record.RecordActions;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.PropertyGrid;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Whose the article is, who may read it, when it is looked at again; each can be changed where it stands. */
final class Facts extends Card {

    /** A company, or none. */
    private record Owner(Optional<UUID> company, String name) {

        static final Owner NOBODY = new Owner(Optional.empty(), "No company");
    }

    private final Desk desk;
    private final Choice<Owner> company;
    private final Choice<ArticleVisibility> readers;
    private final TextBox review;
    private final TextBox tags;
    private final TextLine owner;
    private Optional<ArticleView> shown = Optional.empty();

    Facts(Composite parent, Desk desk) {
        super(parent, desk.look());
        this.desk = desk;
        setLayout(new GridLayout(1, false));
        PropertyGrid grid = new PropertyGrid(this, desk.look(), Tone.PANEL);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        company = grid.row(
                "Company",
                cell -> new Choice<>(cell, desk.look(), Tone.PANEL, "Company", List.of(Owner.NOBODY), Owner::name));
        WidgetId.set(company, "waystation.article.company");
        company.onChange(chosen ->
                change("companyId", chosen.company().map(UUID::toString).orElse(null)));
        readers = grid.row(
                "Readers",
                cell -> new Choice<>(
                        cell, desk.look(), Tone.PANEL, "Readers", ArticleVisibility.KNOWN, Facts::readers));
        WidgetId.set(readers, "waystation.article.readers");
        readers.onChange(chosen -> change("visibility", chosen.code()));
        review = box(grid, "Review on", "year-month-day", "reviewOn", typed -> typed.isEmpty() ? null : typed);
        tags = box(grid, "Tags", "one, another", "tags", Facts::split);
        owner = grid.line("Owner");
        desk.edits().follow(desk.articles().companies(), this::offer, refused -> {});
    }

    private static String readers(ArticleVisibility visibility) {
        return visibility.equals(ArticleVisibility.COMPANY) ? "People of the company too" : visibility.label();
    }

    private TextBox box(
            PropertyGrid grid,
            String label,
            String placeholder,
            String field,
            Function<String, @Nullable Object> value) {
        TextBox box = grid.row(label, cell -> new TextBox(cell, desk.look(), Tone.PANEL, label, 1))
                .placeholder(placeholder);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.onSubmit(() -> keep(box, field, value));
        box.control().addListener(SWT.FocusOut, event -> keep(box, field, value));
        WidgetId.set(box.control(), "waystation.article." + field);
        return box;
    }

    private static Object split(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private void keep(TextBox box, String field, Function<String, @Nullable Object> value) {
        if (shown.isEmpty() || box.text().equals(text(shown.get().article(), field))) {
            return;
        }
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field, value.apply(box.text().strip()));
        desk.edits()
                .follow(
                        desk.articles()
                                .change(List.of(
                                        new ArticleChange(shown.get().article().id(), fields))),
                        done -> say(box, ""),
                        refused -> say(box, sentence(refused)));
    }

    private static String sentence(InvalidEditException refused) {
        return refused.problem().errors().isEmpty()
                ? refused.problem().sentence()
                : refused.problem().errors().getFirst().detail();
    }

    private static void say(TextBox box, String error) {
        if (!box.isDisposed()) {
            box.error(error);
        }
    }

    private void change(String field, @Nullable Object value) {
        if (shown.isPresent()) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            fields.put(field, value);
            UUID id = shown.get().article().id();
            var edit = desk.articles().change(List.of(new ArticleChange(id, fields)));
            desk.change(edit, "");
            // What was refused is not what the control shows now.
            edit.whenComplete((undo, failure) -> desk.ui().execute(this::fillAgain));
        }
    }

    private void offer(List<Company> companies) {
        if (!isDisposed()) {
            List<Owner> owners = new ArrayList<>(List.of(Owner.NOBODY));
            companies.forEach(each -> owners.add(new Owner(Optional.of(each.id()), each.name())));
            company.options(owners);
            fillAgain();
        }
    }

    private void fillAgain() {
        if (!isDisposed()) {
            shown.ifPresent(this::show);
        }
    }

    void show(ArticleView view) {
        Article before = shown.map(ArticleView::article).orElse(view.article());
        shown = Optional.of(view);
        Article article = view.article();
        company.value(
                article.companyId().isEmpty()
                        ? Owner.NOBODY
                        : new Owner(
                                article.companyId(),
                                view.company().map(Company::name).orElse("Not held here")));
        readers.value(article.visibility());
        RecordActions may = view.actions();
        company.setEnabled(may.mayChange("companyId"));
        readers.setEnabled(may.mayChange("visibility"));
        review.setEnabled(may.mayChange("reviewOn"));
        tags.setEnabled(may.mayChange("tags"));
        fill(review, before, article, "reviewOn");
        fill(tags, before, article, "tags");
        owner.text(view.ownerName().isEmpty() ? "Nobody" : view.ownerName());
    }

    /** Somebody who is typing something else is not disturbed. */
    private static void fill(TextBox box, Article before, Article now, String field) {
        if (!box.control().isFocusControl() || box.text().equals(text(before, field))) {
            box.text(text(now, field));
        }
    }

    private static String text(Article article, String field) {
        return field.equals("tags")
                ? String.join(", ", article.tags())
                : article.reviewOn().map(String::valueOf).orElse("");
    }
}
