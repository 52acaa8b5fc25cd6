package org.waystation.plugins.ui.internal.window;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;

/** What would be installed and what it may then do; nothing happens before the technician agrees. */
final class OfferCard extends Card {

    OfferCard(Composite parent, Look look, List<InstallOffer> offers, Runnable agree, Runnable decline) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.offer");
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        mark(Tone.ACCENT);
        offers.forEach(offer -> describe(look, offer));
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                "A plug-in is a program. These limits decide what it is handed, and do not lock it in:"
                        + " install only what you trust.");
        Panel buttons = Rows.buttons(this, look);
        new FlatButton(buttons, look, FlatButton.Kind.PRIMARY).text("Install").onPress(agree);
        new FlatButton(buttons, look, FlatButton.Kind.PLAIN).text("Cancel").onPress(decline);
    }

    private void describe(Look look, InstallOffer offer) {
        String title = offer.description().name() + " " + offer.description().version();
        String heading = offer.replaces()
                .map(old -> "Update " + title + " (now " + old + ")")
                .orElse("Install " + title);
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, heading);
        Rows.text(this, look, TextStyle.SMALL, offer.publisher().signed() ? Tone.DIM : Tone.WARN, publisher(offer));
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, offer.description().summary());
        if (offer.addedCapabilities().isEmpty()) {
            Rows.text(this, look, TextStyle.SMALL, Tone.DIM, "It asks for nothing more than to be shown.");
            return;
        }
        Rows.text(
                this,
                look,
                TextStyle.SMALL_STRONG,
                Tone.TEXT,
                offer.replaces().isPresent() ? "It newly wants to:" : "It wants to:");
        offer.addedCapabilities().stream()
                .sorted()
                .map(Capability::sentence)
                .forEach(sentence -> Rows.text(this, look, TextStyle.BODY, Tone.TEXT, "• " + sentence));
    }

    private static String publisher(InstallOffer offer) {
        if (!offer.publisher().signed()) {
            return "Not signed: nobody vouches for it. Accepted because developer mode is on.";
        }
        String name = offer.publisher().name().replaceFirst("^CN=", "");
        return offer.newPublisher()
                ? "Signed by " + name + ". From now on only packages with this key are accepted for it."
                : "Signed by " + name + ", as before.";
    }
}
