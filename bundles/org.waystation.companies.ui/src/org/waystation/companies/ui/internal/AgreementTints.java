package org.waystation.companies.ui.internal;

import java.util.Optional;
import org.waystation.api.domain.AgreementKind;
import org.waystation.shell.widgets.Tint;

/** How a way to pay is shown: managed work is what proactive work grows on. */
public final class AgreementTints {

    private AgreementTints() {}

    public static String word(Optional<AgreementKind> kind) {
        return kind.map(AgreementTints::word).orElse("No agreement");
    }

    public static String word(AgreementKind kind) {
        return kind.label();
    }

    public static Tint tint(Optional<AgreementKind> kind) {
        if (kind.isEmpty()) {
            return Tint.WARN;
        }
        if (kind.get().equals(AgreementKind.MANAGED)) {
            return Tint.PROACTIVE;
        }
        return kind.get().equals(AgreementKind.BREAK_FIX) ? Tint.REACTIVE : Tint.NEUTRAL;
    }
}
