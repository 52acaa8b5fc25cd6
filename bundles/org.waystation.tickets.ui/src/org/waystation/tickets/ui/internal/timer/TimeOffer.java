package org.waystation.tickets.ui.internal.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.WorkType;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.api.tickets.WorkTimer;
import org.waystation.api.tickets.WorkTimer.Counted;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pulse;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;

/** Says that counted time will be booked together with a note, as which kind of work, and lets that be left. */
public final class TimeOffer extends Panel {

    private final Desk desk;
    private final UUID ticket;
    private final WorkTimer timer;
    private final FlatButton button;
    private final AutoCloseable listening;
    private WorkType workType = WorkType.REMOTE;
    private boolean wanted = true;
    private Runnable appeared = () -> {};

    public TimeOffer(Composite parent, Desk desk, UUID ticket) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        this.ticket = ticket;
        this.timer = desk.services().timer();
        setLayout(new FillLayout());
        button = new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                .icon("timer")
                .menu(this::choices);
        WidgetId.set(button, "waystation.ticket.offer");
        listening = timer.listen(() -> desk.ui().execute(this::refresh));
        addListener(SWT.Dispose, event -> letGo());
        Pulse.start(this, this::refresh);
        refresh();
    }

    /** Called when it comes or goes. */
    public void onAppear(Runnable listener) {
        appeared = listener;
    }

    private void letGo() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("A timer did not let go of its listener.", e);
        }
    }

    private Optional<Counted> counted() {
        return timer.of(ticket).filter(time -> time.elapsed().toSeconds() > 0);
    }

    /** Without counted time it takes no room. */
    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return getVisible() ? super.computeSize(wHint, hHint, changed) : new Point(0, 0);
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        Optional<Counted> time = counted();
        button.text(time.map(this::words).orElse(""));
        boolean shown = time.isPresent();
        if (getVisible() != shown) {
            setVisible(shown);
            appeared.run();
            requestLayout();
        }
    }

    private String words(Counted time) {
        String clock = Clocked.minutes(time.minutes());
        return wanted ? clock + " will be booked as " + Words.work(workType) : clock + " stays on the timer";
    }

    private List<MenuChoice> choices() {
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Book it as"));
        for (WorkType each : WorkType.KNOWN) {
            choices.add(MenuChoice.of(Words.work(each), () -> choose(each, true))
                    .checkedIf(wanted && each.equals(workType)));
        }
        choices.add(MenuChoice.of("Do not book it with this note", () -> choose(workType, false))
                .checkedIf(!wanted));
        return choices;
    }

    private void choose(WorkType chosen, boolean book) {
        workType = chosen;
        wanted = book;
        refresh();
    }

    /**
     * Books what was counted, where that is wanted. It is taken from the timer first, so that it cannot be booked twice.
     *
     * @param comment what was done, for the bill
     */
    public CompletionStage<Optional<UUID>> book(String comment) {
        Optional<Counted> taken = wanted && counted().isPresent() ? timer.take(ticket) : Optional.empty();
        if (taken.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        Counted time = taken.get();
        return desk.tickets()
                .bookTime(ticket, new TimeDraft(time.minutes(), workType, true, comment, time.startedAt()))
                .thenApply(Optional::of);
    }
}
