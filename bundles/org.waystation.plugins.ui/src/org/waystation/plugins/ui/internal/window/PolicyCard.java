package org.waystation.plugins.ui.internal.window;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.PolicyView;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;

/** What is decided about plug-ins here, and by which file. */
final class PolicyCard extends Card {

    PolicyCard(Composite parent, Look look, PolicyView policy) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.policy");
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "Policy");
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, policy.source());
        rule(look, "Allowed", policy.allowed(), "Whatever is not forbidden");
        rule(look, "Forbidden", policy.forbidden(), "None");
        rule(look, "Must run", policy.forced(), "None");
        rule(look, "Repositories", policy.repositories(), "None: plug-ins come from files only");
        rule(
                look,
                "Unsigned packages",
                List.of(),
                policy.developerMode() ? "Accepted, since developer mode is on" : "Refused");
    }

    private void rule(Look look, String name, List<String> ids, String otherwise) {
        Rows.text(this, look, TextStyle.SMALL_STRONG, Tone.TEXT, name);
        if (ids.isEmpty()) {
            Rows.text(this, look, TextStyle.BODY, Tone.DIM, otherwise);
        }
        ids.forEach(id -> Rows.text(this, look, TextStyle.BODY, Tone.TEXT, id));
    }
}
