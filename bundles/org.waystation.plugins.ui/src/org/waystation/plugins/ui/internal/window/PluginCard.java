package org.waystation.plugins.ui.internal.window;

import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.Plugins;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Tint;

/** One installed plug-in, with what can be done with it. */
final class PluginCard extends Card {

    PluginCard(
            Composite parent, Look look, InstalledPlugin plugin, Plugins plugins, Consumer<CompletionStage<?>> show) {
        super(parent, look);
        PluginDescription description = plugin.description();
        setData("org.waystation.id", "waystation.plugin." + description.id());
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        Rows.head(this, look, description.name(), word(plugin.state()), tint(plugin.state()));
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, origin(plugin));
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, description.summary());
        Rows.text(this, look, TextStyle.SMALL, tone(plugin.state()), plugin.reason());
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, capabilities(description));
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, started(plugin));
        buttons(look, plugin, plugins, show);
    }

    private void buttons(Look look, InstalledPlugin plugin, Plugins plugins, Consumer<CompletionStage<?>> show) {
        String id = plugin.description().id();
        Panel buttons = Rows.buttons(this, look);
        if (plugin.forced()) {
            Rows.text(this, look, TextStyle.SMALL, Tone.DIM, "Your company wants it to run.");
            return;
        }
        switch (plugin.state()) {
            case ACTIVE -> button(buttons, look, "Disable").onPress(() -> show.accept(plugins.disable(id)));
            case DISABLED, FAILED -> button(buttons, look, "Enable").onPress(() -> show.accept(plugins.enable(id)));
            case QUARANTINED ->
                button(buttons, look, "Give it another chance").onPress(() -> show.accept(plugins.enable(id)));
            case BLOCKED, HELD_BACK -> {} // not for the technician to switch on here
        }
        button(buttons, look, "Remove").onPress(() -> show.accept(plugins.remove(id)));
    }

    private static FlatButton button(Composite parent, Look look, String text) {
        return new FlatButton(parent, look, FlatButton.Kind.PLAIN).text(text);
    }

    private static String origin(InstalledPlugin plugin) {
        return plugin.description().version() + " · " + plugin.description().vendor()
                + (plugin.publisher().signed()
                        ? " · signed by " + plugin.publisher().name().replaceFirst("^CN=", "")
                        : " · not signed");
    }

    private static String started(InstalledPlugin plugin) {
        return plugin.activation()
                .map(time -> "Started in " + time.toMillis() + " ms")
                .orElse("");
    }

    private static String word(PluginState state) {
        return switch (state) {
            case ACTIVE -> "runs";
            case DISABLED -> "disabled";
            case QUARANTINED -> "quarantined";
            case BLOCKED -> "blocked";
            case HELD_BACK -> "held back";
            case FAILED -> "does not run";
        };
    }

    private static String capabilities(PluginDescription description) {
        return description.capabilities().isEmpty()
                ? ""
                : "May "
                        + description.capabilities().stream()
                                .sorted()
                                .map(PluginCard::inSentence)
                                .collect(Collectors.joining(", "));
    }

    private static String inSentence(Capability capability) {
        String sentence = capability.sentence();
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static Tint tint(PluginState state) {
        return switch (state) {
            case ACTIVE -> Tint.OK;
            case DISABLED, HELD_BACK -> Tint.NEUTRAL;
            case QUARANTINED -> Tint.WARN;
            case BLOCKED, FAILED -> Tint.BAD;
        };
    }

    private static Tone tone(PluginState state) {
        return switch (state) {
            case ACTIVE, DISABLED, HELD_BACK -> Tone.DIM;
            case QUARANTINED -> Tone.WARN;
            case BLOCKED, FAILED -> Tone.BAD;
        };
    }
}
