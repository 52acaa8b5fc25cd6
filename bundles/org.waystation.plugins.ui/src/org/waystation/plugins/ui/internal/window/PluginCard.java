package org.waystation.plugins.ui.internal.window;

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

/** One installed plug-in, with what can be done with it. */
final class PluginCard extends Card {

    PluginCard(
            Composite parent, Look look, InstalledPlugin plugin, Plugins plugins, Consumer<CompletionStage<?>> show) {
        super(parent, look);
        PluginDescription description = plugin.description();
        setData("org.waystation.id", "waystation.plugin." + description.id());
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        mark(mark(plugin.state()));
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, description.name() + " " + description.version());
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, origin(plugin));
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, description.summary());
        Rows.text(this, look, TextStyle.SMALL, tone(plugin.state()), state(plugin));
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, capabilities(description));
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
        return plugin.description().vendor()
                + (plugin.publisher().signed()
                        ? ", signed by " + plugin.publisher().name().replaceFirst("^CN=", "")
                        : ", not signed");
    }

    private static String state(InstalledPlugin plugin) {
        String word = switch (plugin.state()) {
            case ACTIVE ->
                plugin.activation()
                        .map(time -> "Runs; started in " + time.toMillis() + " ms")
                        .orElse("Runs");
            case DISABLED -> "Disabled";
            case QUARANTINED -> "Quarantined";
            case BLOCKED -> "Blocked";
            case HELD_BACK -> "Held back";
            case FAILED -> "Does not run";
        };
        return plugin.reason().isBlank() ? word : word + ": " + plugin.reason();
    }

    private static String capabilities(PluginDescription description) {
        return description.capabilities().isEmpty()
                ? ""
                : "May: "
                        + description.capabilities().stream()
                                .sorted()
                                .map(Capability::sentence)
                                .collect(Collectors.joining(", "));
    }

    private static Tone mark(PluginState state) {
        return switch (state) {
            case ACTIVE -> Tone.OK;
            case DISABLED, HELD_BACK -> Tone.FAINT;
            case QUARANTINED -> Tone.WARN_MARK;
            case BLOCKED, FAILED -> Tone.BAD;
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
