package org.waystation.sync.ui.internal.center;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.text.SyncSentence;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.ProgressBar;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** How things stand with the server. */
final class StatusCard extends Card {

    StatusCard(
            Composite parent,
            Look look,
            RelativeTime times,
            SyncStatus status,
            Optional<Duration> lease,
            CenterActions actions) {
        super(parent, look);
        WidgetId.set(this, "waystation.sync.status");
        setLayout(Rows.column(12, 4));
        setLayoutData(Rows.across());
        SyncSentence sentence = SyncSentence.of(status, Instant.now(), ZoneId.systemDefault());
        mark(sentence.tone());
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, title(status));
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, contact(status, times));
        status.progress().filter(progress -> progress.expected() > 0).ifPresent(progress -> {
            ProgressBar bar = new ProgressBar(this, look);
            bar.setLayoutData(Rows.across());
            bar.show((double) progress.received() / progress.expected(), Tone.ACCENT);
            Rows.text(
                    this,
                    look,
                    TextStyle.SMALL,
                    Tone.DIM,
                    String.format(Locale.ENGLISH, "%,d of %,d records", progress.received(), progress.expected())
                            + progress.left()
                                    .filter(left -> !status.paused())
                                    .map(StatusCard::left)
                                    .orElse(""));
        });
        status.fault().ifPresent(fault -> Rows.text(this, look, TextStyle.SMALL, tone(status), fault));
        lease.ifPresent(left -> Rows.text(this, look, TextStyle.SMALL, Tone.DIM, lease(left)));
        if (status.paused()) {
            button("Go on", actions::resume);
        } else if (status.state() == SyncStatus.State.SYNCING) {
            button("Pause", actions::pause);
        }
    }

    private void button(String text, Runnable press) {
        FlatButton button =
                new FlatButton(Rows.buttons(this, look(), tone()), look(), FlatButton.Kind.PLAIN).text(text);
        button.onPress(press);
    }

    /** Rounded, since it is an estimate. */
    private static String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return ", less than a minute left";
        }
        return ", about " + RelativeTime.minutes(Math.round(seconds / 60.0)) + " left";
    }

    private static Tone tone(SyncStatus status) {
        return status.state() == SyncStatus.State.ATTENTION ? Tone.BAD : Tone.DIM;
    }

    private static String title(SyncStatus status) {
        if (status.paused()) {
            return "Sync rests; your changes are kept";
        }
        return switch (status.state()) {
            case NOT_CONNECTED -> "Not connected to a server";
            case SYNCING -> "Syncing";
            case UP_TO_DATE -> "Up to date";
            case OFFLINE -> "Offline; work goes on";
            case ATTENTION -> "Sync needs you";
        };
    }

    private static String contact(SyncStatus status, RelativeTime times) {
        return status.lastContact()
                .map(time -> "The server last answered " + times.ago(time) + ".")
                .orElse("The server has not answered since the start.");
    }

    private static String lease(Duration left) {
        long days = left.toDays();
        String time = days >= 2 ? days + " days" : Math.max(1, left.toHours()) + " hours";
        return "Works for " + time + " without the server, then it locks.";
    }
}
