package org.waystation.shell.internal.appearance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.waystation.api.settings.Settings;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.Theme;

/**
 * Makes the look and keeps it in step with the setting and the system. The platform's style sheets are not used, since
 * every colour comes from the look; only its announcement is made, for the parts that darken native widgets.
 */
public final class AppearanceAddon {

    private final Display display;
    private final Settings settings;
    private final IEventBroker broker;
    private final Themes themes;
    private final StandardLook look;
    private final Listener systemChanged = event -> apply();
    private final ServiceRegistration<Look> published;
    private final List<AutoCloseable> listening = new ArrayList<>();
    private String applied = "";

    @Inject
    public AppearanceAddon(
            Display display, Settings settings, Themes themes, IEventBroker broker, IEclipseContext context) {
        this.display = display;
        this.settings = settings;
        this.broker = broker;
        this.themes = themes;
        this.look = new StandardLook(display, ThemeChoice.dark(choice(), Display.isSystemDarkTheme()));
        context.set(Look.class, look);
        published = FrameworkUtil.getBundle(getClass()).getBundleContext().registerService(Look.class, look, null);
        context.set(AppearanceAddon.class, this);
    }

    @PostConstruct
    void watch(UISynchronize ui) {
        announce();
        apply();
        display.addListener(SWT.Settings, systemChanged);
        String themeKey = themes.setting().key();
        listening.add(settings.listen(ui::asyncExec, key -> {
            if (key.equals(themeKey)) {
                apply();
            }
        }));
        listening.add(themes.listen(() -> ui.asyncExec(this::apply)));
    }

    @PreDestroy
    void unwatch() {
        published.unregister();
        if (!display.isDisposed()) {
            display.removeListener(SWT.Settings, systemChanged);
        }
        listening.forEach(Closing::quietly);
    }

    /** From light to dark or back, and to be kept. */
    public void switchTheme() {
        settings.set(themes.setting(), ThemeChoice.opposite(look.dark()));
    }

    private String choice() {
        return settings.choice(themes.setting());
    }

    /** A theme whose plug-in has gone gives way to the system's, until it is back. */
    private void apply() {
        if (display.isDisposed()) {
            return;
        }
        Optional<Theme> theme = themes.byId(choice());
        boolean dark = theme.map(Theme::dark).orElseGet(() -> ThemeChoice.dark(choice(), Display.isSystemDarkTheme()));
        String wanted = theme.map(Theme::id).orElse(dark ? Themes.DARK : Themes.LIGHT);
        if (wanted.equals(applied)) {
            return;
        }
        boolean darkBefore = look.dark();
        if (theme.isPresent()) {
            look.use(theme.get());
        } else if (!applied.isEmpty() || dark != darkBefore) {
            look.use(new Theme(wanted, wanted, dark, Map.of()));
        }
        applied = wanted;
        if (dark != darkBefore) {
            announce();
        }
    }

    private void announce() {
        broker.send(
                IThemeEngine.Events.THEME_CHANGED,
                Map.of(IThemeEngine.Events.THEME, new PlatformTheme(look.dark()), IThemeEngine.Events.DEVICE, display));
    }
}
