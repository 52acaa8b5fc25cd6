package org.waystation.shell.internal.appearance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.settings.Setting;
import org.waystation.shell.theme.Theme;

/** The themes there are: light, dark, as the system is, and those that plug-ins bring. */
@Component(service = Themes.class)
public final class Themes {

    public static final String LIGHT = "light";
    public static final String DARK = "dark";
    static final String SYSTEM = "system";

    private final List<Theme> themes = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Themes() {
        // The themes come and go with their plug-ins.
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Theme theme) {
        themes.add(theme);
        listeners.forEach(Runnable::run);
    }

    void remove(Theme theme) {
        themes.remove(theme);
        listeners.forEach(Runnable::run);
    }

    /** The choice among those there are now. One that has gone is kept as the choice, and holds again when it is back. */
    public Setting.Choice setting() {
        List<Setting.Option> options = new ArrayList<>(List.of(
                new Setting.Option(SYSTEM, "As the system"),
                new Setting.Option(LIGHT, "Light"),
                new Setting.Option(DARK, "Dark")));
        themes.stream()
                .sorted(Comparator.comparing(Theme::name))
                .forEach(theme -> options.add(new Setting.Option(theme.id(), theme.name())));
        return new Setting.Choice(
                "shell.theme", "Theme", "Changes at once; nothing has to be restarted.", options, SYSTEM);
    }

    Optional<Theme> byId(String id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** Calls the listener, on any thread, after a theme has come or gone. */
    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
