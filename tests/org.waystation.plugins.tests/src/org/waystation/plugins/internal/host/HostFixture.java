package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.internal.safe.Condemned;
import org.waystation.plugins.internal.store.PluginStore;
import org.waystation.plugins.internal.store.StoreSteps;
import org.waystation.plugins.internal.trust.Policy;
import org.waystation.plugins.internal.trust.PolicyReader;
import org.waystation.plugins.internal.trust.Revocations;
import org.waystation.plugins.internal.trust.SignatureCheck;
import org.waystation.plugins.internal.trust.TrustJudge;

/** A host over a folder, in the very framework the tests run in. */
final class HostFixture implements AutoCloseable {

    final Set<String> heldBack = new HashSet<>();
    final List<ContributionLedger> ledgers = new ArrayList<>();
    StoreSteps steps = step -> {};

    private final Path folder;
    final BundleContext context = FrameworkUtil.getBundle(HostFixture.class).getBundleContext();
    final PluginBundles owners = context.getService(context.getServiceReference(PluginBundles.class));
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final PluginHost host;

    HostFixture(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        PluginStore store = new PluginStore(folder.resolve("plugins"), step -> steps.reached(step));
        FrameworkSide framework = new FrameworkSide(
                context, store, owners, new Departure(() -> List.copyOf(ledgers)), Duration.ofSeconds(2), id -> {});
        PackageReader reader = new PackageReader(PackageLimits.USUAL, new Version(1, 0, 0));
        host = new PluginHost(
                thread,
                store,
                framework,
                new Inspection(reader, new SignatureCheck(), store),
                new PluginHost.RulesSource() {
                    @Override
                    public Policy policy() {
                        return new PolicyReader(List.of(policyFile())).read();
                    }

                    @Override
                    public TrustJudge judge(Policy policy) throws IOException {
                        return new TrustJudge(
                                policy, Revocations.read(HostFixture.this.folder.resolve("revoked.json")));
                    }
                },
                heldBack::contains,
                new Condemned(folder.resolve("condemned.txt")));
    }

    PluginHost host() {
        return host;
    }

    void policy(String json) throws IOException {
        Files.writeString(policyFile(), json);
    }

    void revoked(String json) throws IOException {
        Files.writeString(folder.resolve("revoked.json"), json);
    }

    private Path policyFile() {
        return folder.resolve("policy.json");
    }

    void install(Path... files) {
        await(host.install(await(host.inspect(List.of(files)))));
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    static Refusal refusal(CompletionStage<?> stage) {
        try {
            Object result = await(stage);
            throw new AssertionError("nothing was refused: " + result);
        } catch (CompletionException e) {
            if (e.getCause() instanceof PluginRefusedException refused) {
                return refused.refusal();
            }
            throw e;
        }
    }

    InstalledPlugin shown(String id) {
        return host.installed().stream()
                .filter(p -> p.description().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What the greeter of a plug-in says; empty where it is not there. */
    Optional<Object> greeting(String id) {
        try {
            return context.getServiceReferences(Supplier.class, "(greeter=" + id + ")").stream()
                    .map(this::greeting)
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Object greeting(ServiceReference<?> reference) {
        Supplier<?> greeter = (Supplier<?>) context.getService(reference);
        try {
            return greeter.get();
        } finally {
            context.ungetService(reference);
        }
    }

    Stream<Bundle> bundles(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().equals(symbolicName));
    }

    /** Ends the host; with its plug-ins in the framework, as when the program is killed. */
    void abandon() {
        thread.shutdown();
    }

    @Override
    public void close() {
        await(host.stop());
        thread.shutdown();
    }
}
