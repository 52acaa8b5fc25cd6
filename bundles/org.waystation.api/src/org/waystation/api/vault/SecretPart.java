package org.waystation.api.vault;

/** A secret within a credential. */
public enum SecretPart {
    PASSWORD("Password"),
    /** Private key in the format of OpenSSH or PKCS#8, as text. */
    KEY("SSH key"),
    KEY_PASSPHRASE("Passphrase of the key"),
    /** Shared secret of one-time codes, in base 32 (RFC 6238). */
    ONE_TIME("One-time code");

    private final String label;

    SecretPart(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
