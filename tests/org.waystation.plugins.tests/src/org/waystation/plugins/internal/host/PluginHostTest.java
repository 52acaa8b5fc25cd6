package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waystation.plugins.internal.host.HostFixture.await;
import static org.waystation.plugins.internal.host.HostFixture.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.Refusal;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.plugins.internal.store.StoreSteps;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.fixture.SigningKey;
import org.waystation.plugins.tests.plugins.Greeter;
import org.waystation.plugins.tests.plugins.ThrowsAtStart;
import org.waystation.plugins.tests.plugins.ThrowsAtStop;

class PluginHostTest {

    private static final String HELLO = "com.acme.hello";
    private static final String BASE = "com.acme.base";
    private static final SigningKey ACME = SigningKey.of("Acme");

    @TempDir
    Path folder;

    private HostFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new HostFixture(folder.resolve("profile"));
        await(fixture.host().start());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void installsAndRunsAtOnce() throws IOException {
        List<InstallOffer> offers = await(fixture.host().inspect(List.of(greeter(HELLO, "1.0.0"))));
        assertEquals(Optional.empty(), fixture.greeting(HELLO), "looking at it changes nothing");

        await(fixture.host().install(offers));

        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
        assertEquals(PluginState.ACTIVE, fixture.shown(HELLO).state());
        assertTrue(fixture.shown(HELLO).activation().isPresent());
    }

    @Test
    void offersSayWhatIsNewInThem() throws IOException {
        fixture.install(sign(pack("1.0.0").says("capabilities=\"network\"")));

        InstallOffer offer = await(fixture.host()
                        .inspect(List.of(sign(pack("1.1.0").says("capabilities=\"network,credentials\"")))))
                .get(0);

        assertEquals(Optional.of("1.0.0"), offer.replaces());
        assertEquals(Set.of(Capability.CREDENTIALS), offer.addedCapabilities());
        assertEquals("CN=Acme", offer.publisher().name());
    }

    @Test
    void anUpdateTakesThePlaceOfTheOldVersion() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.install(greeter(HELLO, "1.1.0"));

        assertEquals(Optional.of("1.1.0"), fixture.greeting(HELLO));
        assertEquals(1, fixture.bundles(HELLO).count());
        assertEquals(1, contentFiles());
    }

    @Test
    void aRemovedOneIsGone() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        RemovalReport report = await(fixture.host().remove(HELLO));

        assertEquals(List.of(), report.leftover());
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        assertEquals(0, fixture.bundles(HELLO).count());
        assertEquals(0, contentFiles());
        assertEquals(List.of(), fixture.host().installed());
    }

    @Test
    void onDisableItStopsAndOnEnableItComesBack() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        await(fixture.host().disable(HELLO));
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        assertEquals(PluginState.DISABLED, fixture.shown(HELLO).state());

        await(fixture.host().enable(HELLO));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
    }

    @Test
    void listenersHearOfEachChange() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        AutoCloseable listening = fixture.host().listen(Runnable::run, plugins -> sizes.add(plugins.size()));
        fixture.install(greeter(HELLO, "1.0.0"));
        await(fixture.host().remove(HELLO));
        listening.close();
        fixture.install(greeter(HELLO, "1.0.0"));
        assertEquals(List.of(0, 1, 0), sizes);
    }

    @Test
    void whatIsInstalledRunsAgainAfterARestart() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.close();
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        start();
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
    }

    @Test
    void bundlesThatAKilledRunLeftInTheFrameworkAreTakenOut() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        Bundle stranger = fixture.bundles(HELLO).findFirst().orElseThrow();
        fixture.abandon();
        Files.delete(folder.resolve("profile/plugins/state-1"));
        start();
        assertEquals(Bundle.UNINSTALLED, stranger.getState());
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
    }

    @Test
    void oneThatDoesNotStartIsRefusedAndNothingStays() throws IOException {
        Path broken = sign(pack("1.0.0").activator(ThrowsAtStart.class));
        Refusal refusal = installRefused(broken);

        assertInstanceOf(Refusal.DoesNotStart.class, refusal);
        assertTrue(refusal.sentence().contains("wrong phase"), refusal.sentence());
        assertEquals(0, fixture.bundles(HELLO).count());
        assertEquals(List.of(), fixture.host().installed());
    }

    @Test
    void anUpdateThatDoesNotStartBringsTheOldVersionBack() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        installRefused(sign(pack("1.1.0").activator(ThrowsAtStart.class)));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
        assertEquals("1.0.0", fixture.shown(HELLO).description().version());
    }

    @Test
    void aMissingPackageIsNamed() throws IOException {
        Path lacking = sign(pack("1.0.0").header("Import-Package", "org.nowhere"));
        Refusal refusal = installRefused(lacking);
        assertTrue(refusal.sentence().contains("org.nowhere"), refusal.sentence());
    }

    @Test
    void aDiskThatIsFullLeavesTheOldState() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.steps = step -> {
            if (step == StoreSteps.Step.STATE_HALF_WRITTEN) {
                throw new IOException("No space left on device");
            }
        };
        Refusal refusal = installRefused(greeter(HELLO, "1.1.0"));
        assertInstanceOf(Refusal.CannotKeep.class, refusal);
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
    }

    @Test
    void oneThatThrowsWhenItLeavesLeavesAllTheSame() throws IOException {
        fixture.install(sign(pack("1.0.0").activator(ThrowsAtStop.class)));
        await(fixture.host().remove(HELLO));
        assertEquals(0, fixture.bundles(HELLO).count());
    }

    @Test
    void aMissingDependencyIsNamed() throws IOException {
        Path needy = sign(pack("1.0.0").requires(BASE + ";version=\"[1,2)\""));
        Refusal refusal = refusal(fixture.host().inspect(List.of(needy)));
        assertEquals(
                BASE,
                assertInstanceOf(Refusal.MissingDependency.class, refusal)
                        .needed()
                        .id());
    }

    @Test
    void thoseThatNeedOneAnotherInOneDirectionCanBeInstalledTogether() throws IOException {
        fixture.install(needy(), greeter(BASE, "1.0.0"));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(BASE));
    }

    @Test
    void thoseThatNeedEachOtherAreRefused() throws IOException {
        Path other = sign(PackageBuilder.plugin(BASE, "1.0.0").entry("a", "a").requires(HELLO + ";version=1"));
        Refusal refusal = refusal(fixture.host().inspect(List.of(needy(), other)));
        assertEquals(new Refusal.NeedEachOther(List.of(BASE, HELLO)), refusal);
    }

    @Test
    void oneThatIsNeededStaysUntilNobodyNeedsIt() throws IOException {
        fixture.install(greeter(BASE, "1.0.0"), needy());
        Refusal refusal = refusal(fixture.host().remove(BASE));
        assertEquals(
                List.of("Plugin " + HELLO),
                assertInstanceOf(Refusal.StillNeeded.class, refusal).by());
        await(fixture.host().remove(HELLO));
        await(fixture.host().remove(BASE));
        assertEquals(List.of(), fixture.host().installed());
    }

    @Test
    void anUpdateOfOneThatIsNeededRestartsThoseThatNeedIt() throws IOException {
        fixture.install(greeter(BASE, "1.0.0"), needy());
        fixture.install(greeter(BASE, "1.1.0"));
        assertEquals(Optional.of("1.1.0"), fixture.greeting(BASE));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));

        Refusal refusal = refusal(fixture.host().inspect(List.of(greeter(BASE, "2.0.0"))));
        assertInstanceOf(Refusal.MissingDependency.class, refusal, "those that need it do not take this version");
    }

    @Test
    void aForbiddenOneIsRefusedAndAnInstalledOneStops() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.close();
        fixture = new HostFixture(folder.resolve("profile"));
        fixture.policy("{\"forbid\":[\"com.acme.*\"]}");
        await(fixture.host().start());

        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        assertEquals(PluginState.BLOCKED, fixture.shown(HELLO).state());
        assertInstanceOf(
                Refusal.ForbiddenByPolicy.class, refusal(fixture.host().inspect(List.of(greeter(HELLO, "1.1.0")))));
    }

    @Test
    void aForcedOneCannotBeSwitchedOff() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.policy("{\"force\":[\"com.acme.hello\"]}");
        assertInstanceOf(Refusal.ForcedByPolicy.class, refusal(fixture.host().disable(HELLO)));
        assertInstanceOf(Refusal.ForcedByPolicy.class, refusal(fixture.host().remove(HELLO)));
    }

    @Test
    void anAlteredFileDoesNotRun() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.close();
        try (Stream<Path> files = Files.list(folder.resolve("profile/plugins/content"))) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        }
        start();
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        InstalledPlugin shown = fixture.shown(HELLO);
        assertEquals(PluginState.BLOCKED, shown.state());
        assertTrue(shown.reason().contains("altered"), shown.reason());
    }

    @Test
    void aRevokedOneDoesNotRun() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        fixture.close();
        fixture = new HostFixture(folder.resolve("profile"));
        fixture.revoked("{\"revoked\":[{\"id\":\"com.acme.hello\",\"why\":\"it phones home\"}]}");
        await(fixture.host().start());
        assertEquals(PluginState.BLOCKED, fixture.shown(HELLO).state());
        assertTrue(fixture.shown(HELLO).reason().contains("it phones home"));
    }

    @Test
    void unsignedOnesRunInDeveloperModeOnly() throws IOException {
        Path unsigned = pack("1.0.0").activator(Greeter.class).write(folder.resolve("unsigned.jar"));
        assertInstanceOf(Refusal.Unsigned.class, refusal(fixture.host().inspect(List.of(unsigned))));
        fixture.policy("{\"developerMode\":true}");
        fixture.install(unsigned);
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
    }

    @Test
    void anOfferThatWasNotInspectedIsRefused() throws IOException {
        InstallOffer offer =
                await(fixture.host().inspect(List.of(greeter(HELLO, "1.0.0")))).get(0);
        InstallOffer forged = new InstallOffer(
                offer.description(), offer.publisher(), "00".repeat(32), Optional.empty(), Set.of(), true);
        assertInstanceOf(Refusal.Stale.class, refusal(fixture.host().install(List.of(forged))));
    }

    @Test
    void quarantineEndsByGivingAnotherChance() throws IOException {
        fixture.install(greeter(HELLO, "1.0.0"));
        await(fixture.host().quarantine(HELLO, "It threw three times."));
        assertEquals(Optional.empty(), fixture.greeting(HELLO));
        assertEquals("It threw three times.", fixture.shown(HELLO).reason());
        await(fixture.host().enable(HELLO));
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
    }

    @Test
    void oneThatIsHeldBackTakesThoseThatNeedItAlong() throws IOException {
        fixture.install(greeter(BASE, "1.0.0"), needy());
        fixture.close();
        fixture = new HostFixture(folder.resolve("profile"));
        fixture.heldBack.add(BASE);
        await(fixture.host().start());
        assertEquals(PluginState.HELD_BACK, fixture.shown(BASE).state());
        assertEquals(PluginState.FAILED, fixture.shown(HELLO).state());
        assertTrue(fixture.shown(HELLO).reason().contains(BASE));
    }

    @Test
    void ledgersAreAskedBeforeTheBundlesStop() throws IOException {
        List<Integer> states = new ArrayList<>();
        fixture.ledgers.add(new ContributionLedger() {
            @Override
            public List<String> withdraw(Set<String> bundles) {
                states.add(fixture.bundles(HELLO).findFirst().orElseThrow().getState());
                return List.of("2 commands");
            }

            @Override
            public List<String> leftover(Set<String> bundles) {
                states.add(fixture.bundles(HELLO).findFirst().orElseThrow().getState());
                throw new IllegalStateException("a broken ledger");
            }
        });
        fixture.install(greeter(HELLO, "1.0.0"));
        RemovalReport report = await(fixture.host().remove(HELLO));
        assertEquals(List.of(Bundle.ACTIVE, Bundle.RESOLVED), states);
        assertEquals(List.of("2 commands"), report.undone());
        assertEquals(1, report.leftover().size());
        assertEquals(0, fixture.bundles(HELLO).count());
    }

    private Refusal installRefused(Path file) {
        List<InstallOffer> offers = await(fixture.host().inspect(List.of(file)));
        return refusal(fixture.host().install(offers));
    }

    private long contentFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("profile/plugins/content"))) {
            return files.count();
        }
    }

    private Path greeter(String id, String version) throws IOException {
        return sign(PackageBuilder.plugin(id, version).activator(Greeter.class));
    }

    private Path needy() throws IOException {
        return sign(pack("1.0.0").requires(BASE + ";version=\"[1,2)\"").activator(Greeter.class));
    }

    private static PackageBuilder pack(String version) {
        return PackageBuilder.plugin(HELLO, version).entry("about.txt", version);
    }

    private Path sign(PackageBuilder builder) throws IOException {
        return ACME.sign(builder.write(Files.createTempFile(folder, "plugin", ".jar")));
    }
}
