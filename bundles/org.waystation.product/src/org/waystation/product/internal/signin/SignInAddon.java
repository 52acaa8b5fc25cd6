package org.waystation.product.internal.signin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.waystation.api.signin.SignInPrompt;
import org.waystation.api.signin.SignInService;
import org.waystation.api.sync.Backend;
import org.waystation.product.internal.sheet.KeyGate;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;

/** Brings the screen to sign in into the window while there is something to sign in to, and offers it to others. */
public final class SignInAddon {

    /** The system that one signs in to here. */
    private static final String OURS = "msp";

    private final MApplication application;
    private final EModelService model;
    private final Display display;
    private final BundleContext bundle =
            FrameworkUtil.getBundle(SignInAddon.class).getBundleContext();
    private final KeyGate keys;
    private Optional<ServiceTracker<SignInService, Offer>> tracker = Optional.empty();
    private Optional<ServiceTracker<Backend, Backend>> others = Optional.empty();
    private volatile Optional<Offer> offer = Optional.empty();
    private volatile boolean elsewhere;

    /** The screen, and that others may ask for it. */
    private record Offer(SignInScreen screen, ServiceRegistration<SignInPrompt> registration) {}

    @Inject
    public SignInAddon(MApplication application, EModelService model, Display display) {
        this.application = application;
        this.model = model;
        this.display = display;
        this.keys = new KeyGate(
                display,
                () -> offer.map(Offer::screen).filter(SignInScreen::isOpen).isPresent());
    }

    /** Filters run in the order they came, and the platform's own for key bindings comes after the addons. */
    @PostConstruct
    void prepare() {
        keys.install();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event, Look look) {
        if (tracker.isEmpty() && model.find(FrameModel.WINDOW, application).getWidget() instanceof Shell window) {
            ServiceTracker<SignInService, Offer> made =
                    new ServiceTracker<>(bundle, SignInService.class, new Services(window, look));
            tracker = Optional.of(made);
            ServiceTracker<Backend, Backend> systems = new ServiceTracker<>(bundle, Backend.class, new Systems());
            others = Optional.of(systems);
            systems.open();
            made.open();
        }
    }

    @PreDestroy
    void stop() {
        tracker.ifPresent(ServiceTracker::close);
        others.ifPresent(ServiceTracker::close);
        if (!display.isDisposed()) {
            keys.remove();
        }
    }

    private final class Services implements ServiceTrackerCustomizer<SignInService, Offer> {

        private final Shell window;
        private final Look look;

        Services(Shell window, Look look) {
            this.window = window;
            this.look = look;
        }

        @Override
        public Offer addingService(ServiceReference<SignInService> reference) {
            SignInScreen screen = new SignInScreen(
                    window, look, bundle.getService(reference), page -> Program.launch(page.toString()));
            Offer made = new Offer(screen, bundle.registerService(SignInPrompt.class, screen, null));
            offer = Optional.of(made);
            screen.elsewhere(elsewhere);
            screen.watch();
            return made;
        }

        @Override
        public void modifiedService(ServiceReference<SignInService> reference, Offer made) {
            // Its properties mean nothing to us.
        }

        @Override
        public void removedService(ServiceReference<SignInService> reference, Offer made) {
            made.registration().unregister();
            made.screen().stop();
            offer = Optional.empty();
            bundle.ungetService(reference);
        }
    }

    /** Systems of other makers, to one of which the profile is connected while one is there. */
    private final class Systems implements ServiceTrackerCustomizer<Backend, Backend> {

        @Override
        public @Nullable Backend addingService(ServiceReference<Backend> reference) {
            Backend backend = bundle.getService(reference);
            if (backend == null || backend.id().equals(OURS)) {
                bundle.ungetService(reference);
                return null;
            }
            tell(true);
            return backend;
        }

        @Override
        public void modifiedService(ServiceReference<Backend> reference, Backend backend) {
            // Its properties mean nothing to us.
        }

        @Override
        public void removedService(ServiceReference<Backend> reference, Backend backend) {
            bundle.ungetService(reference);
            tell(false);
        }

        private void tell(boolean connected) {
            elsewhere = connected;
            offer.map(Offer::screen).ifPresent(screen -> screen.elsewhere(connected));
        }
    }
}
