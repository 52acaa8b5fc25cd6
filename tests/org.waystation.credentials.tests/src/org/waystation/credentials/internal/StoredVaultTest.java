package org.waystation.credentials.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.audit.AuditEntry;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.SecretPart;
import org.waystation.api.vault.VaultException;
import org.waystation.store.LocalStore;

class StoredVaultTest {

    private static final String MARKER = "Wombatsecret";

    @TempDir
    Path temp;

    private final List<String> noted = new ArrayList<>();
    private LocalStore store;
    private StoredVault vault;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(temp.resolve("store"), new byte[32]);
        vault = new StoredVault(
                store.documents(),
                new MemoryTrail(),
                new VaultThread(),
                () -> CompletableFuture.completedFuture(new byte[ProfileKey.LENGTH]));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSecretIsLentForACallAndWipedAfterIt() throws Exception {
        char[] given = MARKER.toCharArray();
        UUID id = done(vault.add(draft("FS-01", Optional.empty(), Map.of(SecretPart.PASSWORD, given))));
        assertArrayEquals(new char[given.length], given, "what was given is wiped");

        List<char[]> kept = new ArrayList<>();
        String seen = done(vault.use(id, "SSH to fs-01", secret -> {
            char[] lent = secret.part(SecretPart.PASSWORD).orElseThrow();
            kept.add(lent);
            return new String(lent);
        }));
        assertEquals(MARKER, seen);
        assertArrayEquals(new char[MARKER.length()], kept.getFirst(), "what was lent is wiped");
        assertEquals(List.of("credential.add FS-01 ", "credential.use FS-01 SSH to fs-01"), noted);
    }

    @Test
    void listsSayWhatIsThereAndNotWhatItIs() throws Exception {
        UUID acme = UUID.randomUUID();
        done(vault.add(draft("B of Acme", Optional.of(acme), Map.of(SecretPart.PASSWORD, MARKER.toCharArray()))));
        done(vault.add(draft("A of all", Optional.empty(), Map.of())));
        done(vault.add(draft("C of another", Optional.of(UUID.randomUUID()), Map.of())));
        assertEquals(List.of("A of all", "B of Acme"), names(done(vault.list(Optional.of(acme)))));
        List<Credential> all = done(vault.list(Optional.empty()));
        assertEquals(3, all.size());
        assertEquals(Set.of(SecretPart.PASSWORD), all.get(1).parts());
        assertFalse(all.toString().contains(MARKER));
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndTakesAwayWhatItEmpties() throws Exception {
        UUID id = done(vault.add(draft(
                "X",
                Optional.empty(),
                Map.of(SecretPart.PASSWORD, "one".toCharArray(), SecretPart.ONE_TIME, "JBSWY3DP".toCharArray()))));
        done(vault.change(id, draft("Y", Optional.empty(), Map.of())));
        assertEquals(
                "one",
                done(vault.use(
                        id, "", s -> new String(s.part(SecretPart.PASSWORD).orElseThrow()))));
        done(vault.change(id, draft("Y", Optional.empty(), Map.of(SecretPart.PASSWORD, new char[0]))));
        Credential left = done(vault.list(Optional.empty())).getFirst();
        assertEquals("Y", left.name());
        assertEquals(Set.of(SecretPart.ONE_TIME), left.parts());
    }

    @Test
    void aRemovedCredentialIsGoneWithItsSecrets() throws Exception {
        UUID id = done(vault.add(draft("X", Optional.empty(), Map.of(SecretPart.PASSWORD, "p".toCharArray()))));
        done(vault.remove(id));
        assertEquals(List.of(), store.documents().all("secret"));
        assertEquals("id", refusal(vault.use(id, "", s -> "")).field());
    }

    @Test
    void badInputIsRefusedByField() {
        assertEquals(
                "name",
                refusal(vault.add(draft(" ", Optional.empty(), Map.of()))).field());
        assertEquals(
                "KEY",
                refusal(vault.add(draft("K", Optional.empty(), Map.of(SecretPart.KEY, "ssh-rsa AAAA".toCharArray()))))
                        .field());
        assertEquals(
                "ONE_TIME",
                refusal(vault.add(
                                draft("K", Optional.empty(), Map.of(SecretPart.ONE_TIME, "not!base32".toCharArray()))))
                        .field());
    }

    @Test
    void oneTimeCodesAreThoseOfTheStandard() {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits; the key is "12345678901234567890" in base 32.
        char[] key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".toCharArray();
        OneTimeCodes codes = new OneTimeCodes();
        assertEquals("287082", new String(codes.code(key, Instant.ofEpochSecond(59))));
        assertEquals("081804", new String(codes.code(key, Instant.ofEpochSecond(1111111109))));
        assertEquals(
                "353130",
                new String(codes.code(
                        "gezd gnbv-gy3tqojqgezdgnbvgy3tqojq".toCharArray(), Instant.ofEpochSecond(20000000000L))));
    }

    @Test
    void nothingOfACredentialCanBeReadInAnyFile() throws Exception {
        done(vault.add(draft(MARKER, Optional.empty(), Map.of(SecretPart.PASSWORD, MARKER.toCharArray()))));
        try (var files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(MARKER), () -> file + " can be read");
            }
        }
        assertTrue(Files.size(temp.resolve("store").resolve("store.db")) > 0);
    }

    private static CredentialDraft draft(String name, Optional<UUID> company, Map<SecretPart, char[]> secrets) {
        return new CredentialDraft(company, name, "root", secrets);
    }

    private static List<String> names(List<Credential> credentials) {
        return credentials.stream().map(Credential::name).toList();
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static VaultException refusal(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> stage.toCompletableFuture().get(60, TimeUnit.SECONDS));
        return (VaultException) failure.getCause();
    }

    private final class MemoryTrail implements AuditTrail {

        @Override
        public AuditEntry append(String action, String subject, Optional<UUID> companyId, String detail) {
            noted.add(action + " " + subject + " " + detail);
            return new AuditEntry(noted.size(), Instant.now(), "me", action, subject, companyId, detail, "");
        }

        @Override
        public List<AuditEntry> latest(int limit) {
            return List.of();
        }

        @Override
        public Optional<Long> firstBroken() {
            return Optional.empty();
        }
    }
}
