package org.waystation.plugins.ui.internal.window;

import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Tint;

/** What a repository offers: new, or newer than what is here, with what is new in it. */
final class AvailableCard extends Card {

    /**
     * @param present the version in use; empty for a new plug-in
     */
    AvailableCard(Composite parent, Look look, RepositoryOffer offer, Optional<String> present, Runnable take) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.available." + offer.id());
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        Rows.head(this, look, offer.name(), present.isPresent() ? "update" : "new", Tint.ACCENT);
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                present.map(old -> old + " → " + offer.version()).orElse(offer.version()));
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, offer.summary());
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, offer.news().isBlank() ? "" : "What is new: " + offer.news());
        Rows.text(this, look, TextStyle.SMALL, Tone.DIM, "From " + offer.repository());
        new FlatButton(Rows.buttons(this, look), look, FlatButton.Kind.PLAIN)
                .text(present.isPresent() ? "Look at the update" : "Look at it")
                .onPress(take);
    }
}
