package org.waystation.credentials.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;

/** Secrets while they are lent; wiped when it is closed. */
final class LentSecret implements Secret, AutoCloseable {

    private final String user;
    private final Map<SecretPart, char[]> parts = new EnumMap<>(SecretPart.class);
    private final List<char[]> codes = new ArrayList<>();

    LentSecret(String user) {
        this.user = user;
    }

    void put(SecretPart part, char[] characters) {
        parts.put(part, characters);
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public Optional<char[]> part(SecretPart part) {
        return Optional.ofNullable(parts.get(part));
    }

    @Override
    public Optional<char[]> oneTimeCode() {
        return part(SecretPart.ONE_TIME).map(shared -> {
            char[] code = new OneTimeCodes().code(shared, Instant.now());
            codes.add(code);
            return code;
        });
    }

    @Override
    public void close() {
        parts.values().forEach(characters -> Arrays.fill(characters, '\0'));
        codes.forEach(characters -> Arrays.fill(characters, '\0'));
        parts.clear();
    }

    /** Never says the secrets. */
    @Override
    public String toString() {
        return "LentSecret";
    }
}
