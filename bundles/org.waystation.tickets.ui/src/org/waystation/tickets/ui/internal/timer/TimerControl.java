package org.waystation.tickets.ui.internal.timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.WorkType;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.api.tickets.WorkTimer;
import org.waystation.api.tickets.WorkTimer.Counted;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.shell.widgets.PopupMenu;
import org.waystation.shell.widgets.WidgetId;

/** The pill that says for which ticket time is counted and how much; its menu pauses, goes on, switches and books. */
public final class TimerControl extends PaintedControl {

    private static final int SECOND = 1_000;
    private static final int HEIGHT = 20;
    private static final int PADDING = 9;
    private static final int ICON = 18;

    private final Executor ui;
    private final Consumer<RecordRef> open;
    private final Edits edits;
    private final Runnable tick = this::tick;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, LiveValue> followed = new HashMap<>();
    private @Nullable WorkTimer timer;
    private @Nullable TicketService tickets;
    private @Nullable AutoCloseable listening;
    private List<Counted> counted = List.of();

    public TimerControl(Composite strip, Look look, Executor ui, Consumer<RecordRef> open, Edits edits) {
        super(strip, look, true, ACC.ROLE_PUSHBUTTON);
        this.ui = ui;
        this.open = open;
        this.edits = edits;
        WidgetId.set(this, "waystation.timer");
        addListener(SWT.Dispose, event -> letGo());
        getDisplay().timerExec(SECOND, tick);
    }

    /** Shows what this timer counts. */
    public void use(WorkTimer newTimer, TicketService newTickets) {
        if (newTimer == timer && newTickets == tickets) {
            return;
        }
        stop();
        timer = newTimer;
        tickets = newTickets;
        listening = newTimer.listen(() -> ui.execute(this::refresh));
        refresh();
    }

    private void letGo() {
        // The display would hold the control, and the plug-in it is of, until the next second.
        getDisplay().timerExec(-1, tick);
        stop();
    }

    private void stop() {
        followed.values().forEach(LiveValue::close);
        followed.clear();
        AutoCloseable old = listening;
        listening = null;
        if (old != null) {
            try {
                old.close();
            } catch (Exception e) {
                throw new IllegalStateException("A timer did not let go of its listener.", e);
            }
        }
    }

    private void tick() {
        if (isDisposed()) {
            return;
        }
        if (timer != null
                && isVisible()
                && !counted.isEmpty()
                && counted.getFirst().running()) {
            counted = timer.all();
            if (computeSize(SWT.DEFAULT, SWT.DEFAULT).x == getSize().x) {
                redraw(); // the strip is laid out anew only where the pill gets wider
            } else {
                changed();
            }
        }
        getDisplay().timerExec(SECOND, tick);
    }

    private void refresh() {
        if (isDisposed() || timer == null) {
            return;
        }
        counted = timer.all();
        counted.forEach(each -> follow(each.ticketId()));
        setToolTipText(counted.isEmpty() ? null : "Time counted, not booked yet");
        changed();
    }

    private void follow(UUID ticket) {
        if (tickets != null && !followed.containsKey(ticket)) {
            followed.put(ticket, tickets.follow(ticket, ui, view -> {
                names.put(
                        ticket,
                        view.map(TicketView::ticket).map(TimerControl::name).orElse("a ticket that is not here"));
                if (!isDisposed()) {
                    changed();
                }
            }));
        }
    }

    private static String name(Ticket ticket) {
        return ticket.number().map(number -> "#" + number).orElse("new ticket");
    }

    private String name(Counted each) {
        return names.getOrDefault(each.ticketId(), "…");
    }

    private String words() {
        if (counted.isEmpty()) {
            return "";
        }
        Counted first = counted.getFirst();
        return Clocked.seconds(first.elapsed()) + " · " + name(first);
    }

    @Override
    protected void pressed(int x) {
        if (!counted.isEmpty()) {
            new PopupMenu(this, look(), choices()).open();
        }
    }

    private List<MenuChoice> choices() {
        WorkTimer present = timer;
        List<MenuChoice> choices = new ArrayList<>();
        if (present == null || counted.isEmpty()) {
            return choices;
        }
        Counted first = counted.getFirst();
        choices.add(MenuChoice.heading(name(first)));
        choices.add(
                first.running()
                        ? MenuChoice.of("Pause", present::pause).withIcon("pause")
                        : MenuChoice.of("Go on", () -> present.start(first.ticketId()))
                                .withIcon("play"));
        choices.add(MenuChoice.of("Book " + Clocked.minutes(first.minutes()) + " as remote work", () -> book(first))
                .withIcon("check"));
        choices.add(MenuChoice.of(
                        "Open the ticket", () -> open.accept(new RecordRef(EntityKind.TICKET, first.ticketId())))
                .withIcon("ticket"));
        choices.add(MenuChoice.of("Forget this time", () -> present.discard(first.ticketId()))
                .withIcon("trash"));
        if (counted.size() > 1) {
            choices.add(MenuChoice.heading("Switch to"));
            counted.stream()
                    .skip(1)
                    .forEach(each -> choices.add(MenuChoice.of(name(each), () -> present.start(each.ticketId()))
                            .withIcon("timer")
                            .withDetail(Clocked.seconds(each.elapsed()))));
        }
        return choices;
    }

    /** Taken first, so that nothing is booked twice. */
    private void book(Counted first) {
        WorkTimer present = timer;
        if (present == null || tickets == null) {
            return;
        }
        Optional<Counted> taken = present.take(first.ticketId());
        taken.ifPresent(time -> edits.follow(tickets.bookTime(
                time.ticketId(), new TimeDraft(time.minutes(), WorkType.REMOTE, true, "", time.startedAt()))));
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (counted.isEmpty()) {
            return;
        }
        boolean running = counted.getFirst().running();
        Rectangle box = new Rectangle(0, (area.height - HEIGHT) / 2, area.width, HEIGHT);
        brush.fillRound(box, HEIGHT / 2, running ? Tone.ACCENT_BACKGROUND : Tone.HOVER);
        Tone tone = running ? Tone.ACCENT : Tone.DIM;
        brush.icon(running ? "play" : "pause", tone, PADDING - 3, box.y + 2);
        Rectangle text = new Rectangle(PADDING + ICON - 3, box.y, area.width - ICON - PADDING, HEIGHT);
        brush.text(words(), TextStyle.SMALL, tone, text, Align.LEFT);
        if (ringed() || hovered()) {
            brush.strokeRound(box, HEIGHT / 2, ringed() ? 2 : 1, ringed() ? Tone.ACCENT : tone);
        }
    }

    /** As wide for any second, so that nothing beside it moves. */
    @Override
    protected Point measure(Brush brush) {
        if (counted.isEmpty()) {
            return new Point(0, HEIGHT);
        }
        Counted first = counted.getFirst();
        String widest = Clocked.seconds(Duration.ofHours(first.elapsed().toHours())) + " · " + name(first);
        return new Point(brush.width(widest, TextStyle.SMALL) + 2 * PADDING + ICON, HEIGHT);
    }

    @Override
    protected Tone ground() {
        return Tone.STRIP;
    }

    @Override
    protected String accessibleName() {
        if (counted.isEmpty()) {
            return "No time is counted";
        }
        return (counted.getFirst().running() ? "Counting " : "Paused ") + words();
    }
}
