package org.waystation.sync.ui.internal.center;

import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.Problem;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** One change that waits or that needs somebody. */
final class ChangeCard extends Card {

    private static final String WAITS = "dependency_not_applied";

    ChangeCard(Composite parent, Look look, RelativeTime times, PendingChange change, CenterActions actions) {
        super(parent, look);
        WidgetId.set(this, "waystation.sync.change");
        setLayout(Rows.column(12, 3));
        setLayoutData(Rows.across());
        mark(change.parked() ? Tone.BAD : Tone.WARN_MARK);
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, change.sentence());
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, change.place());
        String age = times.ago(change.pending().operation().performedAt());
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, change.parked() ? "Made " + age : "Made " + age + ", waiting");
        change.pending().parked().ifPresent(problem -> Rows.text(this, look, TextStyle.SMALL, Tone.BAD, say(problem)));
        Panel buttons = Rows.buttons(this, look, tone());
        if (change.conflicts()) {
            button(buttons, look, "Compare").onPress(() -> actions.edit(change));
        } else if (change.parked() && !waitsForAnother(change)) {
            button(buttons, look, "Edit").onPress(() -> actions.edit(change));
            button(buttons, look, "Try again").onPress(() -> actions.retry(change));
        }
        if (change.parked()) {
            button(buttons, look, "Give up").onPress(() -> actions.discard(change));
        }
        button(buttons, look, "Show").onPress(() -> actions.open(change));
    }

    private static boolean waitsForAnother(PendingChange change) {
        return change.pending()
                .parked()
                .map(problem -> problem.code().equals(WAITS))
                .orElse(false);
    }

    private static String say(Problem problem) {
        if (problem.code().equals(org.waystation.api.sync.Conflict.CODE)) {
            return problem.title();
        }
        String sentence = problem.sentence();
        return sentence.equals(problem.title()) ? sentence : problem.title() + " " + sentence;
    }

    private static FlatButton button(Composite parent, Look look, String text) {
        return new FlatButton(parent, look, FlatButton.Kind.PLAIN).text(text);
    }
}
