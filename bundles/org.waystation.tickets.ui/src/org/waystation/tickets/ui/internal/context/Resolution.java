package org.waystation.tickets.ui.internal.context;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ProgressBar;
import org.waystation.shell.widgets.TextLine;
import org.waystation.tickets.ui.internal.DueTime;

/** How much of the time for solving it is used up, in words and as a bar. */
final class Resolution extends Panel {

    private final TicketWorkflow workflow = new TicketWorkflow();
    private final RelativeTime times;
    private final TextLine words;
    private final ProgressBar bar;
    private final GridData barPlace = new GridData(SWT.FILL, SWT.TOP, true, false);

    Resolution(Composite parent, Look look, RelativeTime times) {
        super(parent, look, Tone.PANEL);
        this.times = times;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 4;
        setLayout(layout);
        words = new TextLine(this, look, TextStyle.BODY, Tone.TEXT);
        words.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar = new ProgressBar(this, look);
        bar.setLayoutData(barPlace);
    }

    /** @param pause why the clock stands still; empty where it runs or that is not known */
    void show(Ticket ticket, String pause) {
        boolean open = workflow.isOpen(ticket.status());
        boolean paused = !pause.isEmpty() || workflow.pausesClock(ticket.status());
        DueTime due = DueTime.of(ticket.resolutionDueAt(), paused, open, times);
        boolean counts = open && !paused && ticket.resolutionDueAt().isPresent();
        String text = !open && ticket.resolvedAt().isPresent()
                ? "solved " + times.ago(ticket.resolvedAt().get())
                : due.words().isEmpty() ? "no target" : pause.isEmpty() ? due.words() : pause;
        words.text(text).tone(due.tone() == Tone.DIM ? Tone.TEXT : due.tone());
        words.hover(ticket.resolutionDueAt().map(at -> "due " + times.exact(at)).orElse(""));
        boolean measured = counts && ticket.createdAt().isPresent();
        bar.setVisible(measured);
        barPlace.exclude = !measured;
        if (measured) {
            Instant from = ticket.createdAt().get();
            double all = Math.max(
                    1, Duration.between(from, ticket.resolutionDueAt().get()).toSeconds());
            Tone tone = due.tone() == Tone.BAD ? Tone.BAD : due.tone() == Tone.WARN ? Tone.WARN_MARK : Tone.ACCENT_FILL;
            bar.show(Duration.between(from, times.now()).toSeconds() / all, tone);
        }
    }
}
