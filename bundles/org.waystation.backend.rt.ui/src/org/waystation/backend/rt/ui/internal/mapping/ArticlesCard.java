package org.waystation.backend.rt.ui.internal.mapping;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;

/** Where articles are made, and where their text stands. */
final class ArticlesCard extends FormCard {

    private final Marked<Choice<String>> defaultClass;
    private final Marked<Choice<String>> body;

    ArticlesCard(Composite parent, Look look, Runnable changed) {
        super(parent, look, "Articles");
        Panel where = Rows.group(this, look, 2, 8);
        defaultClass = choice(where, "New articles go to", "Class", "defaultClass", changed);
        body = choice(where, "Their text stands in", "Field", "articleBody", changed);
    }

    void show(RtMapping mapping, Offered offered) {
        fill(defaultClass, offered.classes(), mapping.defaultClass());
        fill(body, offered.articleFields(), mapping.articleBody());
    }

    String defaultClass() {
        return chosen(defaultClass);
    }

    String body() {
        return chosen(body);
    }

    void quiet() {
        defaultClass.error("");
        body.error("");
    }

    Control complain(MappingComplaint complaint) {
        Marked<Choice<String>> about = complaint.place() == Place.ARTICLE_BODY ? body : defaultClass;
        about.error(complaint.sentence());
        return about;
    }
}
