package org.waystation.knowledge.ui.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.live.TypedFilter;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** The questions one asks most of a knowledge base, each one press away: a press puts its token into the filter or takes it out. */
final class Facets extends Panel {

    private record Facet(String label, TypedFilter.Token token, FlatButton button) {}

    private final List<Facet> facets = new ArrayList<>();

    /**
     * @param present the filter now
     * @param chosen takes the filter that a press makes of it
     */
    Facets(Composite parent, Desk desk, Supplier<TypedFilter> present, Consumer<TypedFilter> chosen) {
        super(parent, desk.look(), Tone.PANEL);
        RowLayout row = new RowLayout();
        row.marginLeft = 8;
        row.marginTop = 0;
        row.marginBottom = 4;
        row.spacing = 2;
        setLayout(row);
        add(desk, "Internal", "visibility", "internal", present, chosen);
        add(desk, "For companies", "visibility", "company", present, chosen);
        add(desk, "Stale", "review", "overdue", present, chosen);
        add(desk, "Drafts", "state", "draft", present, chosen);
        add(desk, "Archived", "state", "archived", present, chosen);
    }

    private void add(
            Desk desk,
            String label,
            String key,
            String value,
            Supplier<TypedFilter> present,
            Consumer<TypedFilter> chosen) {
        TypedFilter.Token token = new TypedFilter.Token(key, value);
        FlatButton button = WidgetId.set(
                new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                        .text(label)
                        .name("Only: " + label)
                        .onPress(() -> chosen.accept(toggled(present.get(), token))),
                "waystation.articles.facet." + value);
        facets.add(new Facet(label, token, button));
    }

    /** Of one kind only one can be asked at a time. */
    private static TypedFilter toggled(TypedFilter filter, TypedFilter.Token token) {
        List<TypedFilter.Token> tokens = new ArrayList<>(filter.tokens());
        boolean was = tokens.remove(token);
        tokens.removeIf(other -> other.key().equals(token.key()));
        if (!was) {
            tokens.add(token);
        }
        return ArticleQuery.filter(new TypedFilter(tokens, filter.words()).toString());
    }

    void show(TypedFilter filter) {
        facets.forEach(facet -> facet.button().on(filter.tokens().contains(facet.token())));
    }
}
