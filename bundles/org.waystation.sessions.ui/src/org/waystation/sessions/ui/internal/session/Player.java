package org.waystation.sessions.ui.internal.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Scale;
import org.waystation.api.session.Recording;
import org.waystation.api.session.Recording.Event;
import org.waystation.api.session.Recording.Output;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.terminal.TerminalView;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Plays a recording: pause, faster, and to any moment. Long silences are cut to two seconds. */
final class Player extends Panel {

    private static final int TICK = 40;
    private static final long SILENCE_MOST = 2_000;
    private static final int[] SPEEDS = {1, 2, 4, 16};

    private final SessionDesk desk;
    private final Recording recording;
    private final Panel screen;
    private final FlatButton play;
    private final FlatButton speed;
    private final Scale place;
    private final TextLine clock;
    private TerminalView view;
    private long at;
    private int next;
    private int speedIndex;
    private boolean playing = true;

    Player(Composite parent, SessionDesk desk, Recording recording) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        this.recording = recording;
        Look look = desk.look();
        setLayout(Columns.of(1, 0, 0, 0));
        Panel bar = Columns.fill(new Panel(this, look, Tone.PANEL));
        bar.setLayout(Columns.of(4, 8, 4, 8));
        play = WidgetId.set(
                new FlatButton(bar, look, FlatButton.Kind.PLAIN)
                        .icon("pause")
                        .name("Play or pause")
                        .onPress(this::toggle),
                "waystation.player.play");
        place = new Scale(bar, SWT.HORIZONTAL);
        place.setMaximum((int) Math.max(1, recording.length()));
        place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        place.setBackground(look.color(Tone.PANEL));
        place.addListener(SWT.Selection, e -> seek(place.getSelection()));
        clock = new TextLine(bar, look, TextStyle.SMALL, Tone.DIM);
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = 110;
        clock.setLayoutData(width);
        speed = new FlatButton(bar, look, FlatButton.Kind.PLAIN).text("1×").onPress(this::faster);
        screen = Columns.grow(new Panel(this, look, Tone.EDITOR));
        screen.setLayout(Columns.of(1, 0, 0, 0));
        view = newView();
        getDisplay().timerExec(TICK, this::tick);
    }

    private TerminalView newView() {
        return Columns.grow(new TerminalView(screen, desk.look(), desk.background(), bytes -> {}));
    }

    private void toggle() {
        playing = !playing;
        play.icon(playing ? "pause" : "play");
        if (playing && next >= recording.events().size()) {
            seek(0);
        }
    }

    private void faster() {
        speedIndex = (speedIndex + 1) % SPEEDS.length;
        speed.text(SPEEDS[speedIndex] + "×");
    }

    private void seek(long target) {
        if (target < at) {
            view.dispose();
            view = newView();
            screen.layout(true, true);
            next = 0;
        }
        at = target;
        feedUpTo(target);
    }

    private void tick() {
        if (isDisposed()) {
            return;
        }
        if (playing && next < recording.events().size()) {
            long moved = at + (long) TICK * SPEEDS[speedIndex];
            long due = recording.events().get(next).at();
            at = due - at > SILENCE_MOST ? due - SILENCE_MOST : moved;
            feedUpTo(at);
        } else if (playing) {
            playing = false;
            play.icon("play");
        }
        place.setSelection((int) at);
        clock.text(SessionWords.clock(Duration.ofMillis(at)) + " of "
                + SessionWords.clock(Duration.ofMillis(recording.length())));
        getDisplay().timerExec(TICK, this::tick);
    }

    private void feedUpTo(long moment) {
        StringBuilder due = new StringBuilder();
        while (next < recording.events().size() && recording.events().get(next).at() <= moment) {
            Event event = recording.events().get(next++);
            if (event instanceof Output output) {
                due.append(output.text());
            }
        }
        if (!due.isEmpty()) {
            byte[] bytes = due.toString().getBytes(StandardCharsets.UTF_8);
            TerminalView shown = view;
            desk.background().execute(() -> shown.feed(bytes, bytes.length));
        }
    }

    @Override
    public boolean setFocus() {
        return !play.isDisposed() && play.setFocus(); // asked while it is disposed, too
    }
}
