package org.waystation.plugins.ui.internal.window;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.CulpritSearch;
import org.waystation.api.plugins.Plugins;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;

/** The search for the plug-in that does harm: what runs now, and the one question. */
final class HuntCard extends Card {

    /**
     * @param name of a plug-in by its id
     * @param show takes what was begun, to tell where it fails
     */
    HuntCard(
            Composite parent,
            Look look,
            CulpritSearch.Step step,
            CulpritSearch search,
            Plugins plugins,
            UnaryOperator<String> name,
            Consumer<CompletionStage<?>> show) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.hunt");
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        mark(Tone.ACCENT);
        if (step.over()) {
            over(look, step, search, plugins, name, show);
        } else {
            asking(look, step, search, name, show);
        }
    }

    private void asking(
            Look look,
            CulpritSearch.Step step,
            CulpritSearch search,
            UnaryOperator<String> name,
            Consumer<CompletionStage<?>> show) {
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "Is the fault there now?");
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, running(step.running(), name));
        int left = step.suspects().size();
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                left + (left == 1 ? " plug-in is" : " plug-ins are") + " under suspicion, about "
                        + Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, left - 1)))
                        + " more steps. What is pinned runs all the time.");
        Panel buttons = Rows.buttons(this, look);
        button(buttons, look, "It is there", () -> show.accept(search.saw(true)));
        button(buttons, look, "It is gone", () -> show.accept(search.saw(false)));
        button(buttons, look, "End the search", () -> show.accept(search.end()));
    }

    private void over(
            Look look,
            CulpritSearch.Step step,
            CulpritSearch search,
            Plugins plugins,
            UnaryOperator<String> name,
            Consumer<CompletionStage<?>> show) {
        String found = step.culprit()
                .map(id -> "“" + name.apply(id) + "” does it")
                .orElse("It is none of the plug-ins that were under suspicion");
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, found);
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                "At the end of the search all plug-ins run again as they did before.");
        Panel buttons = Rows.buttons(this, look);
        step.culprit()
                .ifPresent(id -> button(
                        buttons,
                        look,
                        "Disable it and end",
                        () -> show.accept(search.end().thenCompose(done -> plugins.disable(id)))));
        button(buttons, look, "End the search", () -> show.accept(search.end()));
    }

    private static String running(List<String> running, UnaryOperator<String> name) {
        return running.isEmpty()
                ? "None of the suspects runs now."
                : "Of the suspects only these run now: "
                        + running.stream().map(name).sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static void button(Composite parent, Look look, String text, Runnable press) {
        new FlatButton(parent, look, FlatButton.Kind.PLAIN).text(text).onPress(press);
    }
}
