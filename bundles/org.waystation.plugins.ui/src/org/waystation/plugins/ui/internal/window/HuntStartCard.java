package org.waystation.plugins.ui.internal.window;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Toggle;

/** Before a search for a culprit: which plug-ins have to run all the time. */
final class HuntStartCard extends Card {

    HuntStartCard(
            Composite parent, Look look, List<InstalledPlugin> running, Consumer<Set<String>> begin, Runnable decline) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.hunt.start");
        setLayout(Rows.layout(12, 6));
        setLayoutData(Rows.wide());
        mark(Tone.ACCENT);
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "Find the plug-in that does harm");
        Rows.text(
                this,
                look,
                TextStyle.BODY,
                Tone.TEXT,
                "Half of the plug-ins run at a time, and you say whether the fault is there. Nothing is restarted, and at the"
                        + " end all is as it was.");
        Rows.text(this, look, TextStyle.SMALL_STRONG, Tone.TEXT, "Not suspected, runs all the time:");
        Set<String> pinned = new LinkedHashSet<>();
        for (InstalledPlugin plugin : running) {
            String id = plugin.description().id();
            new Toggle(this, look, plugin.description().name()).onChange(on -> {
                if (on) {
                    pinned.add(id);
                } else {
                    pinned.remove(id);
                }
            });
        }
        Panel buttons = Rows.buttons(this, look);
        new FlatButton(buttons, look, FlatButton.Kind.PRIMARY)
                .text("Begin")
                .onPress(() -> begin.accept(Set.copyOf(pinned)));
        new FlatButton(buttons, look, FlatButton.Kind.PLAIN).text("Cancel").onPress(decline);
    }
}
