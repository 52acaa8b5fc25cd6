package org.waystation.backend.rt.ui.internal.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Words with a chooser each of what they mean, two beside each other. */
final class WordRows extends Panel {

    private static final int WORD_WIDTH = 120;
    private static final int CHOICE_WIDTH = 150;

    private final Look look;
    private final String id;
    private final UnaryOperator<String> word;
    private final UnaryOperator<String> meaning;
    private final Runnable changed;
    private final Map<String, Choice<String>> choices = new LinkedHashMap<>();

    /**
     * @param id begins the ids of the choosers
     * @param word how a word is shown
     * @param meaning how a meaning is shown; that of the empty one says that there is none
     */
    WordRows(
            Composite parent,
            Look look,
            String id,
            UnaryOperator<String> word,
            UnaryOperator<String> meaning,
            Runnable changed) {
        super(parent, look, Rows.ground(parent));
        this.look = look;
        this.id = id;
        this.word = word;
        this.meaning = meaning;
        this.changed = changed;
        setLayout(Rows.grid(4, 0, 8));
        setLayoutData(Rows.across());
    }

    /** Shows these words; those that {@code meanings} does not have mean nothing. */
    void show(Collection<String> words, Map<String, String> meanings, List<String> options) {
        if (!List.copyOf(choices.keySet()).equals(List.copyOf(words))) {
            Rows.clear(this);
            choices.clear();
            words.forEach(this::row);
        }
        choices.forEach((one, choice) -> {
            choice.options(options);
            choice.value(meanings.getOrDefault(one, ""));
        });
    }

    private void row(String one) {
        String shown = word.apply(one);
        TextLine label = new TextLine(this, look, TextStyle.BODY, Tone.TEXT).text(shown);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, false, false);
        wide.widthHint = WORD_WIDTH;
        label.setLayoutData(wide);
        Choice<String> choice = new Choice<>(this, look, tone(), shown, List.of(), meaning::apply);
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, false);
        rest.widthHint = CHOICE_WIDTH;
        choice.setLayoutData(rest);
        choice.onChange(chosen -> changed.run());
        choices.put(one, WidgetId.set(choice, id + "." + one));
    }

    /** Without those that mean nothing. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        choices.forEach((one, choice) ->
                choice.value().filter(value -> !value.isEmpty()).ifPresent(value -> meanings.put(one, value)));
        return meanings;
    }
}
