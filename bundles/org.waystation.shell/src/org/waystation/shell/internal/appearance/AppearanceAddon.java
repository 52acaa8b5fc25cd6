package org.waystation.shell.internal.appearance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.jspecify.annotations.Nullable;
import org.waystation.api.settings.Settings;
import org.waystation.shell.internal.errors.Closing;
import org.waystation.shell.internal.settings.ShellSettings;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.StandardLook;

/**
 * Makes the look and keeps it in step with the setting and the system. The platform's style sheets are not used, since
 * every colour comes from the look; only its announcement is made, for the parts that darken native widgets.
 */
public final class AppearanceAddon {

    private final Display display;
    private final Settings settings;
    private final IEventBroker broker;
    private final StandardLook look;
    private final Listener systemChanged = event -> apply();
    private @Nullable AutoCloseable listening;

    @Inject
    public AppearanceAddon(Display display, Settings settings, IEventBroker broker, IEclipseContext context) {
        this.display = display;
        this.settings = settings;
        this.broker = broker;
        this.look = new StandardLook(display, wanted());
        context.set(Look.class, look);
        context.set(AppearanceAddon.class, this);
    }

    @PostConstruct
    void watch(UISynchronize ui) {
        announce();
        display.addListener(SWT.Settings, systemChanged);
        listening = settings.listen(ui::asyncExec, key -> {
            if (key.equals(ShellSettings.THEME.key())) {
                apply();
            }
        });
    }

    @PreDestroy
    void unwatch() {
        if (!display.isDisposed()) {
            display.removeListener(SWT.Settings, systemChanged);
        }
        if (listening != null) {
            Closing.quietly(listening);
        }
    }

    /** From light to dark or back, and to be kept. */
    public void switchTheme() {
        settings.set(ShellSettings.THEME, ThemeChoice.opposite(look.dark()));
    }

    private boolean wanted() {
        return ThemeChoice.dark(settings.choice(ShellSettings.THEME), Display.isSystemDarkTheme());
    }

    private void apply() {
        boolean dark = wanted();
        if (dark != look.dark()) {
            look.useDark(dark);
            announce();
        }
    }

    private void announce() {
        broker.send(
                IThemeEngine.Events.THEME_CHANGED,
                Map.of(IThemeEngine.Events.THEME, new PlatformTheme(look.dark()), IThemeEngine.Events.DEVICE, display));
    }
}
