package org.waystation.plugins.internal.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.trust.TrustJudge.Known;

class TrustJudgeTest {

    private static final Publisher ACME = new Publisher("CN=Acme", "aa".repeat(32));
    private static final Publisher MALLORY = new Publisher("CN=Acme", "bb".repeat(32));
    private static final Known NEW = new Known(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void acceptsASignedNewcomer() {
        assertDoesNotThrow(() -> judge(Policy.NONE).checkInstall(hello("1.0"), "h1", ACME, NEW));
    }

    @Test
    void refusesAnotherPublisherEvenAfterRemoval() {
        Known removed = new Known(Optional.of(ACME), Optional.empty(), Optional.empty());
        refused(Refusal.PublisherChanged.class, Policy.NONE, "1.0", MALLORY, removed);
        refused(Refusal.PublisherChanged.class, policy("{\"developerMode\":true}"), "1.0", Publisher.UNSIGNED, removed);
    }

    @Test
    void acceptsUnsignedInDeveloperModeOnly() {
        refused(Refusal.Unsigned.class, Policy.NONE, "1.0", Publisher.UNSIGNED, NEW);
        assertDoesNotThrow(() ->
                judge(policy("{\"developerMode\":true}")).checkInstall(hello("1.0"), "h1", Publisher.UNSIGNED, NEW));
    }

    @Test
    void refusesOlderVersionsAndOtherContentOfTheSame() {
        Known present = new Known(Optional.of(ACME), Optional.of("1.1.0"), Optional.of("h1"));
        refused(Refusal.Downgrade.class, Policy.NONE, "1.0", ACME, present);
        refused(Refusal.SameVersionDiffers.class, Policy.NONE, "1.1", ACME, present, "h2");
        assertDoesNotThrow(() -> judge(Policy.NONE).checkInstall(hello("1.1"), "h1", ACME, present));
        assertDoesNotThrow(() -> judge(Policy.NONE).checkInstall(hello("1.2"), "h2", ACME, present));
    }

    @Test
    void refusesWhatThePolicyForbids() {
        refused(Refusal.ForbiddenByPolicy.class, policy("{\"forbid\":[\"com.acme.*\"]}"), "1.0", ACME, NEW);
        refused(Refusal.ForbiddenByPolicy.class, policy("{\"allow\":[\"org.other\"]}"), "1.0", ACME, NEW);
        assertDoesNotThrow(
                () -> judge(policy("{\"allow\":[\"com.acme.*\"]}")).checkInstall(hello("1.0"), "h1", ACME, NEW));
    }

    @Test
    void aPatternStandsForWhatIsBelowOnly() {
        Policy policy = policy("{\"forbid\":[\"com.acme.*\"]}");
        assertTrue(policy.allows("com.acmeother"));
        assertFalse(policy.allows("com.acme.hello.more"));
    }

    @Test
    void theCompanysPolicyStandsAboveTheTechnicians() throws IOException {
        Path company =
                Files.writeString(folder.resolve("company.json"), "{\"forbid\":[\"com.bad\"],\"developerMode\":false}");
        Path own = Files.writeString(
                folder.resolve("own.json"),
                "{\"forbid\":[\"com.worse\"],\"developerMode\":true,\"force\":[\"com.mine\"]}");
        Policy policy = new PolicyReader(List.of(company, folder.resolve("missing.json"), own)).read();
        assertEquals(List.of("com.bad", "com.worse"), policy.forbid());
        assertFalse(policy.acceptsUnsigned());
        assertTrue(policy.forces("com.mine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "{\"forbidden\":[]}", "{\"forbid\":\"com.bad\"}", "{\"developerMode\":1}", "{}{}"})
    void aPolicyThatCannotBeReadRefusesAll(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.json"), text);
        PolicyReader reader = new PolicyReader(List.of(file));
        Refusal refusal =
                assertThrows(PluginRefusedException.class, reader::read).refusal();
        assertInstanceOf(Refusal.PolicyUnreadable.class, refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"com.acme.hello\",\"versions\":\"[1.0,1.2)\",\"why\":\"w\"}",
                "{\"id\":\"com.acme.hello\",\"why\":\"w\"}",
                "{\"package\":\"H1\",\"why\":\"w\"}",
                "{\"publisher\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"why\":\"w\"}"
            })
    void refusesWhatIsRevoked(String entry) throws IOException {
        TrustJudge judge = new TrustJudge(Policy.NONE, revocations(entry));
        Refusal refusal = judge.checkRun(hello("1.1"), "h1", ACME).orElseThrow();
        assertInstanceOf(Refusal.Revoked.class, refusal);
    }

    @Test
    void letsRunWhatIsNotRevoked() throws IOException {
        TrustJudge judge = new TrustJudge(
                Policy.NONE, revocations("{\"id\":\"com.acme.hello\",\"versions\":\"[1.0,1.2)\",\"why\":\"w\"}"));
        assertEquals(Optional.empty(), judge.checkRun(hello("1.2"), "h1", ACME));
    }

    private static Revocations revocations(String entry) throws IOException {
        byte[] json = ("{\"revoked\":[" + entry + "]}").getBytes(StandardCharsets.UTF_8);
        return Revocations.of(JsonFields.read(json, Set.of("revoked")));
    }

    private Policy policy(String json) {
        try {
            Path file = Files.writeString(folder.resolve("policy.json"), json);
            return new PolicyReader(List.of(file)).read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static TrustJudge judge(Policy policy) {
        return new TrustJudge(policy, Revocations.NONE);
    }

    private static PluginDescription hello(String version) {
        return new PluginDescription(
                "com.acme.hello", "Hello", "Acme", version + ".0", "1.0", "", Set.of(), Set.of(), List.of());
    }

    private static void refused(
            Class<? extends Refusal> reason, Policy policy, String version, Publisher publisher, Known known) {
        refused(reason, policy, version, publisher, known, "h1");
    }

    private static void refused(
            Class<? extends Refusal> reason,
            Policy policy,
            String version,
            Publisher publisher,
            Known known,
            String content) {
        TrustJudge judge = judge(policy);
        Refusal refusal = assertThrows(
                        PluginRefusedException.class,
                        () -> judge.checkInstall(hello(version), content, publisher, known))
                .refusal();
        assertInstanceOf(reason, refusal, refusal.sentence());
    }
}
