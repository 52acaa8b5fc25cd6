package org.waystation.sessions.ssh.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;

/** Answers as told and remembers what was asked. */
final class TestPrompts implements SessionPrompts {

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<SecretPart, String> secrets = new EnumMap<>(SecretPart.class);
    private boolean trusting = true;
    private String typed = "";

    TestPrompts typing(String text) {
        typed = text;
        return this;
    }

    TestPrompts holding(SecretPart part, String value) {
        secrets.put(part, value);
        return this;
    }

    TestPrompts distrusting() {
        trusting = false;
        return this;
    }

    @Override
    public boolean trust(SessionTarget host, String keyType, String fingerprint) {
        asked.add("trust " + keyType + " " + fingerprint);
        return trusting;
    }

    @Override
    public Optional<char[]> ask(SessionTarget host, String what, boolean hidden) {
        asked.add(what);
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.toCharArray());
    }

    @Override
    public <T> Optional<T> withSecret(SessionTarget target, Function<Secret, T> use) {
        return target.credentialId()
                .map(id -> use.apply(new Secret() {
                    @Override
                    public String user() {
                        return "";
                    }

                    @Override
                    public Optional<char[]> part(SecretPart part) {
                        return Optional.ofNullable(secrets.get(part)).map(String::toCharArray);
                    }

                    @Override
                    public Optional<char[]> oneTimeCode() {
                        return Optional.empty();
                    }
                }));
    }

    @Override
    public void progress(String sentence) {
        // Nobody looks.
    }
}
