package org.waystation.sessions.ssh.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;

/**
 * Signs in: keys of the credential, the agent, the credential's password, then whatever the server asks. What the vault
 * lends is copied into arrays that {@link #close} wipes.
 */
final class SignIn implements UserInteraction, AutoCloseable {

    /** How servers ask for a one-time code, in the words of the usual modules. */
    private static final Pattern ASKS_FOR_CODE =
            Pattern.compile("code|token|otp|verification|one-time|two-factor", Pattern.CASE_INSENSITIVE);

    private static final int PROMPT_MOST = 200;

    private final SessionTarget target;
    private final SessionPrompts prompts;
    private final List<KeyPair> keys = new ArrayList<>();
    private final String credentialUser;
    private byte[] password = new byte[0];
    private boolean passwordTried;
    private boolean passwordAnswered;

    SignIn(SessionTarget target, SessionPrompts prompts) throws IOException, InterruptedException {
        this.target = target;
        this.prompts = prompts;
        Optional<Object> taken = prompts.withSecret(target, this::take);
        if (taken.isPresent() && taken.get() instanceof IOException unusable) {
            throw new SessionFailure(
                    Reason.CREDENTIAL,
                    "The SSH key of the credential cannot be read: check the key and its passphrase. "
                            + unusable.getMessage(),
                    unusable);
        }
        this.credentialUser = taken.map(String::valueOf).orElse("");
    }

    /** The user of the credential, or what went wrong with its key. */
    private Object take(Secret secret) {
        secret.part(SecretPart.PASSWORD).ifPresent(characters -> password = bytes(characters));
        Optional<char[]> key = secret.part(SecretPart.KEY);
        if (key.isPresent()) {
            byte[] pem = bytes(key.get());
            try {
                String phrase =
                        secret.part(SecretPart.KEY_PASSPHRASE).map(String::new).orElse("");
                SecurityUtils.loadKeyPairIdentities(
                                null,
                                NamedResource.ofName("credential"),
                                new ByteArrayInputStream(pem),
                                phrase.isEmpty() ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(phrase))
                        .forEach(keys::add);
            } catch (IOException e) {
                return e;
            } catch (GeneralSecurityException | RuntimeException e) {
                return new IOException(String.valueOf(e.getMessage()), e);
            } finally {
                Arrays.fill(pem, (byte) 0);
            }
        }
        return secret.user();
    }

    /** Whom to sign in as where the target does not say; asked for where the credential does not either. */
    String user() throws IOException, InterruptedException {
        if (!credentialUser.isEmpty()) {
            return credentialUser;
        }
        char[] typed = prompts.ask(target, "Sign in as", false).orElseThrow(this::declined);
        return new String(typed);
    }

    void run(ClientSession session, Duration limit) throws IOException, InterruptedException {
        keys.forEach(session::addPublicKeyIdentity);
        session.auth().verify(limit);
    }

    /** The password, once: the vault's, else what is typed. Empty where it was given before or declined. */
    Optional<byte[]> passwordOnce() throws InterruptedException {
        if (passwordTried) {
            return Optional.empty();
        }
        passwordTried = true;
        if (password.length == 0 && target.credentialId().isEmpty()) {
            prompts.ask(target, "Password" + (target.user().isEmpty() ? "" : " of " + target.user()), true)
                    .ifPresent(characters -> {
                        password = bytes(characters);
                        Arrays.fill(characters, '\0');
                    });
        }
        return password.length == 0 ? Optional.empty() : Optional.of(password);
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return true;
    }

    @Override
    public String @Nullable [] interactive(
            ClientSession session, String name, String instruction, String language, String[] asked, boolean[] echo) {
        String[] answers = new String[asked.length];
        for (int i = 0; i < asked.length; i++) {
            Optional<String> answer = answer(asked[i], echo[i]);
            if (answer.isEmpty()) {
                return null; // ends this way of signing in
            }
            answers[i] = answer.get();
        }
        return answers;
    }

    private Optional<String> answer(String asked, boolean echo) {
        try {
            Optional<String> code = ASKS_FOR_CODE.matcher(asked).find() ? code() : Optional.empty();
            if (code.isPresent()) {
                return code;
            }
            boolean wantsPassword = !echo && asked.toLowerCase(Locale.ROOT).contains("password");
            if (wantsPassword && password.length > 0) {
                if (passwordAnswered || passwordTried) {
                    return Optional.empty(); // it was refused
                }
                passwordAnswered = true;
                return Optional.of(new String(password, StandardCharsets.UTF_8));
            }
            String shown = asked.strip();
            Optional<char[]> typed = prompts.ask(
                    target, shown.length() > PROMPT_MOST ? shown.substring(0, PROMPT_MOST) + "…" : shown, !echo);
            return typed.map(characters -> {
                String text = new String(characters);
                Arrays.fill(characters, '\0');
                return text;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> code() throws InterruptedException {
        try {
            return prompts.withSecret(target, secret -> secret.oneTimeCode().map(String::new))
                    .flatMap(code -> code);
        } catch (SessionFailure e) {
            return Optional.empty(); // then it is asked for
        }
    }

    @Override
    public @Nullable String getUpdatedPassword(ClientSession session, String prompt, String language) {
        return null; // a password is not changed from here
    }

    private SessionFailure declined() {
        return new SessionFailure(Reason.REFUSED_SIGN_IN, "Nobody to sign in as was given.", null);
    }

    private static byte[] bytes(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(password, (byte) 0);
        keys.clear();
    }
}
