package org.waystation.shell.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.waystation.api.sync.SyncStatus;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.shell.theme.Tone;

/** The state of sync in words and colour. */
public record SyncSentence(String text, Tone tone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    public static SyncSentence of(SyncStatus status, Instant now, ZoneId zone) {
        String text = state(status, now.atZone(zone).toLocalDate(), zone);
        if (status.waiting() > 0) {
            text += " · " + changes(status.waiting()) + " waiting";
        }
        if (status.parked() > 0) {
            text += " · " + status.parked() + (status.parked() == 1 ? " needs you" : " need you");
        }
        return new SyncSentence(text, tone(status));
    }

    private static String state(SyncStatus status, LocalDate today, ZoneId zone) {
        if (status.paused()) {
            return "Sync paused";
        }
        return switch (status.state()) {
            case NOT_CONNECTED -> "Not connected";
            case SYNCING ->
                status.progress()
                        .filter(progress -> progress.expected() > 0)
                        .map(progress -> String.format(
                                Locale.ENGLISH, "Syncing %,d of %,d", progress.received(), progress.expected()))
                        .orElse("Syncing");
            case UP_TO_DATE -> "Up to date";
            case OFFLINE ->
                status.offlineSince()
                        .map(since -> "Offline since " + time(since.atZone(zone), today))
                        .orElse("Offline");
            case ATTENTION -> status.fault().orElse("Sync needs you");
        };
    }

    private static String time(ZonedDateTime time, LocalDate today) {
        return time.format(time.toLocalDate().equals(today) ? TIME : DAY_AND_TIME);
    }

    private static String changes(int count) {
        return String.format(Locale.ENGLISH, count == 1 ? "%,d change" : "%,d changes", count);
    }

    private static Tone tone(SyncStatus status) {
        if (status.state() == State.ATTENTION || status.parked() > 0) {
            return Tone.BAD;
        }
        if (status.paused()) {
            return Tone.WARN;
        }
        return switch (status.state()) {
            case OFFLINE -> Tone.WARN;
            case NOT_CONNECTED -> Tone.FAINT;
            default -> Tone.OK;
        };
    }
}
