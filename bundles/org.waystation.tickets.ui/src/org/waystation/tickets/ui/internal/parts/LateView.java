package org.waystation.tickets.ui.internal.parts;

import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Desks;

/**
 * The view of a part that needs the tickets. The service may come after the window does, since it waits for the profile,
 * and another one may take its place; until then there is only the ground.
 */
final class LateView<V extends Control> {

    private final Desks desks;
    private final Tone tone;
    private final BiFunction<Composite, Desk, V> make;
    private @Nullable TicketService tickets;
    private @Nullable Panel ground;
    private @Nullable V view;

    /** @param make called on the UI thread once there are both a place and a service */
    LateView(Desks desks, Tone tone, BiFunction<Composite, Desk, V> make) {
        this.desks = desks;
        this.tone = tone;
        this.make = make;
    }

    /** The place is there. */
    void create(Composite parent) {
        ground = new Panel(parent, desks.look(), tone);
        ground.setLayout(new FillLayout());
        show();
    }

    /** The service is there; null where it has gone. Called on any thread. */
    void use(@Nullable TicketService service) {
        desks.onUi(() -> {
            if (service != null && service != tickets) {
                tickets = service;
                show();
            }
        });
    }

    Optional<V> get() {
        return Optional.ofNullable(view).filter(shown -> !shown.isDisposed());
    }

    private void show() {
        if (ground == null || ground.isDisposed() || tickets == null) {
            return;
        }
        get().ifPresent(Control::dispose);
        view = make.apply(ground, desks.with(tickets));
        ground.layout();
    }
}
