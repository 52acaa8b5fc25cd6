package org.waystation.assets.ui.internal;

import java.util.Locale;
import org.waystation.api.assets.AssetLife.Due;
import org.waystation.api.assets.AssetLife.Mark;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Tint;

/** Says where an asset is in its life; never by colour alone. */
public final class LifeWords {

    private LifeWords() {}

    public static String of(Due due, RelativeTime times) {
        String date = times.date(due.on());
        return due.mark() == Mark.OVERDUE ? due.what() + " over since " + date : due.what() + " " + date;
    }

    public static String word(Mark mark) {
        return mark == Mark.SOON ? "soon" : mark.name().toLowerCase(Locale.ROOT);
    }

    public static Tone tone(Mark mark) {
        return switch (mark) {
            case OVERDUE -> Tone.BAD;
            case SOON -> Tone.WARN;
            case LATER -> Tone.DIM;
        };
    }

    public static Tint tint(Mark mark) {
        return switch (mark) {
            case OVERDUE -> Tint.BAD;
            case SOON -> Tint.WARN;
            case LATER -> Tint.NEUTRAL;
        };
    }
}
