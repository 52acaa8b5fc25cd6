package org.waystation.product.internal.unlock;

import java.util.Arrays;
import java.util.Optional;
import org.waystation.vault.SecretRules;

/** What can be wrong with what was typed, before the vault is asked. */
final class SecretCheck {

    private SecretCheck() {}

    /** The field at fault and what is wrong with it. */
    record Complaint(Field field, String sentence) {}

    /** A field of the form. */
    enum Field {
        PASSPHRASE,
        AGAIN
    }

    static Optional<Complaint> chosen(char[] secret, char[] again) {
        if (!SecretRules.isLongEnough(secret)) {
            return complaint(Field.PASSPHRASE, "The passphrase needs at least " + SecretRules.LEAST + " characters.");
        }
        return Arrays.equals(secret, again)
                ? Optional.empty()
                : complaint(Field.AGAIN, "This is not the same passphrase as above.");
    }

    static Optional<Complaint> given(char[] secret) {
        return secret.length > 0 ? Optional.empty() : complaint(Field.PASSPHRASE, "Type the passphrase.");
    }

    private static Optional<Complaint> complaint(Field field, String sentence) {
        return Optional.of(new Complaint(field, sentence));
    }
}
