package org.waystation.sync.ui.internal.center;

import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.Backend.Capability;
import org.waystation.api.sync.SyncFacts;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;
import org.waystation.sync.ui.internal.scope.ScopeWords;

/** What is taken along, and whether it is what the server has. */
final class ScopeCard extends Card {

    ScopeCard(Composite parent, Look look, RelativeTime times, SyncFacts facts, CenterActions actions) {
        super(parent, look);
        WidgetId.set(this, "waystation.sync.scope");
        setLayout(Rows.column(12, 4));
        setLayoutData(Rows.across());
        boolean known = !facts.capabilities().isEmpty();
        boolean parts = !known || facts.capabilities().contains(Capability.SCOPES);
        String words = parts ? ScopeWords.of(facts.wanted()) : "everything";
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "Taken along: " + words);
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                ScopeWords.sentence(ScopeWords.files(facts.wanted().attachmentMegabytes())) + ".");
        if (parts && facts.changing()) {
            Rows.text(
                    this,
                    look,
                    TextStyle.SMALL,
                    Tone.WARN,
                    "Not yet: so far it is " + facts.held().map(ScopeWords::of).orElse("nothing")
                            + ". On a network that counts what goes over it, the rest waits for Sync now.");
        }
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, check(facts.check(), times));
        Panel buttons = Rows.buttons(this, look, tone());
        if (parts) {
            new FlatButton(buttons, look, FlatButton.Kind.PLAIN)
                    .text("Change scope")
                    .onPress(actions::changeScope);
        }
        if (facts.capabilities().contains(Capability.DIGESTS)) {
            new FlatButton(buttons, look, FlatButton.Kind.PLAIN)
                    .text("Compare now")
                    .onPress(actions::checkNow);
        }
    }

    private static String check(Optional<SyncFacts.Check> check, RelativeTime times) {
        return check.map(last -> "Compared with the server " + times.ago(last.at()) + ": "
                        + ScopeWords.records(last.compared())
                        + (last.healed() == 0 ? ", all the same." : ", " + last.healed() + " put right."))
                .orElse("Not yet compared with the server.");
    }
}
