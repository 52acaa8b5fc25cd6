package org.waystation.shell.edit;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/**
 * The view of a part that needs a service. The service may come after the window does, since it waits for the profile,
 * and another one may take its place; until then there is only the ground.
 *
 * @param <S> the service
 * @param <V> the view
 */
public final class LateView<S, V extends Control> {

    private final Look look;
    private final Executor ui;
    private final Tone tone;
    private final BiFunction<Composite, S, V> make;
    private @Nullable S service;
    private @Nullable Panel ground;
    private @Nullable V view;

    /** @param make called on the UI thread once there are both a place and a service */
    public LateView(Look look, Executor ui, Tone tone, BiFunction<Composite, S, V> make) {
        this.look = look;
        this.ui = ui;
        this.tone = tone;
        this.make = make;
    }

    /** The place is there. */
    public void create(Composite parent) {
        ground = new Panel(parent, look, tone);
        ground.setLayout(new FillLayout());
        show();
    }

    /** The service is there; null where it has gone. Called on any thread. */
    public void use(@Nullable S newService) {
        Runnable change = () -> {
            if (newService != null && newService != service) {
                service = newService;
                show();
            }
        };
        if (Display.getCurrent() != null) {
            change.run();
        } else {
            ui.execute(change);
        }
    }

    /** The view, once it is made. */
    public Optional<V> get() {
        return Optional.ofNullable(view).filter(shown -> !shown.isDisposed());
    }

    private void show() {
        if (ground == null || ground.isDisposed() || service == null) {
            return;
        }
        get().ifPresent(Control::dispose);
        view = make.apply(ground, service);
        ground.layout();
    }
}
