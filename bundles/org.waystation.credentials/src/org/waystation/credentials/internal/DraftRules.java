package org.waystation.credentials.internal;

import java.util.Map;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.SecretPart;
import org.waystation.api.vault.VaultException;

/** What a credential may hold; a refusal names the field and says what to do. */
final class DraftRules {

    private static final int SECRET_MAX = 64 * 1024;

    void check(CredentialDraft draft) {
        if (draft.name().isBlank()) {
            throw new VaultException("name", "Give it a name, such as \"Administrator of FS-01\".");
        }
        if (draft.name().length() > CredentialDraft.NAME_MAX || draft.user().length() > CredentialDraft.NAME_MAX) {
            String field = draft.name().length() > CredentialDraft.NAME_MAX ? "name" : "user";
            throw new VaultException(field, "At most " + CredentialDraft.NAME_MAX + " characters.");
        }
        for (Map.Entry<SecretPart, char[]> secret : draft.secrets().entrySet()) {
            check(secret.getKey(), secret.getValue());
        }
    }

    private static void check(SecretPart part, char[] value) {
        if (value.length > SECRET_MAX) {
            throw new VaultException(part.name(), "At most " + SECRET_MAX + " characters.");
        }
        if (part == SecretPart.KEY && value.length > 0 && !startsWith(value, "-----BEGIN ")) {
            throw new VaultException(
                    part.name(), "Paste the private key with its first line, \"-----BEGIN OPENSSH PRIVATE KEY-----\".");
        }
        if (part == SecretPart.ONE_TIME
                && value.length > 0
                && OneTimeCodes.decode(value).isEmpty()) {
            throw new VaultException(part.name(), "Paste the setup key as shown: letters A to Z and digits 2 to 7.");
        }
    }

    private static boolean startsWith(char[] value, String beginning) {
        if (value.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (value[i] != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
