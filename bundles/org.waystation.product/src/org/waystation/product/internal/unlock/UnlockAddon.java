package org.waystation.product.internal.unlock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import org.waystation.product.internal.sheet.KeyGate;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;
import org.waystation.vault.KeyVault;

/** Puts the unlock sheet over the window while the profile waits for its passphrase. */
public final class UnlockAddon {

    private final MApplication application;
    private final EModelService model;
    private final KeyVault vault;
    private final KeyGate keys;
    private Optional<UnlockScreen> screen = Optional.empty();

    @Inject
    public UnlockAddon(MApplication application, EModelService model, KeyVault vault, Display display) {
        this.application = application;
        this.model = model;
        this.vault = vault;
        this.keys =
                new KeyGate(display, () -> screen.filter(UnlockScreen::isOpen).isPresent());
    }

    /** Filters run in the order they came, and the platform's own for key bindings comes after the addons. */
    @PostConstruct
    void prepare() {
        keys.install();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event, Look look) {
        if (screen.isEmpty() && model.find(FrameModel.WINDOW, application).getWidget() instanceof Shell window) {
            UnlockScreen made = new UnlockScreen(window, look, vault);
            screen = Optional.of(made);
            made.watch();
        }
    }

    @PreDestroy
    void stop() {
        screen.ifPresent(UnlockScreen::stop);
        keys.remove();
    }
}
