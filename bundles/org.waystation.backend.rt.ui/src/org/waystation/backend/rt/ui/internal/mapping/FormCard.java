package org.waystation.backend.rt.ui.internal.mapping;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.WidgetId;

/** A part of the form: a title, and fields below it. */
abstract class FormCard extends Card {

    private final Look look;

    FormCard(Composite parent, Look look, String title) {
        super(parent, look);
        this.look = look;
        setLayout(Rows.grid(1, 16, 10));
        setLayoutData(Rows.across());
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, title);
    }

    /** A dim sentence over what it explains. */
    final void hint(String sentence) {
        GridData apart = Rows.across();
        apart.verticalIndent = getChildren().length > 1 ? 6 : 0;
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, sentence).setLayoutData(apart);
    }

    /** A chooser of a name of the server's, with its label. */
    final Marked<Choice<String>> choice(Composite place, String label, String name, String id, Runnable changed) {
        Rows.label(place, look, label);
        Marked<Choice<String>> marked = new Marked<>(
                place, look, spot -> new Choice<>(spot, look, Rows.ground(spot), name, List.of(), word -> word));
        marked.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, false));
        marked.control().onChange(chosen -> changed.run());
        WidgetId.set(marked.control(), "waystation.rt." + id);
        return marked;
    }

    /** Offers these, and has chosen this one; nothing where it is empty. */
    static void fill(Marked<Choice<String>> marked, List<String> options, String chosen) {
        marked.control().options(options);
        marked.control().value(chosen.isEmpty() ? null : chosen);
    }

    /** What is chosen; empty for nothing. */
    static String chosen(Marked<Choice<String>> marked) {
        return marked.control().value().orElse("");
    }

    /** What words of the server's mean here. */
    final WordRows meanings(String id, Runnable changed) {
        return new WordRows(this, look, "waystation.rt." + id, word -> word, Words::label, changed);
    }

    /** What our words become there, if anything. */
    final WordRows becomes(String id, UnaryOperator<String> word, String nothing, Runnable changed) {
        return new WordRows(
                this, look, "waystation.rt." + id, word, theirs -> theirs.isEmpty() ? nothing : theirs, changed);
    }
}
