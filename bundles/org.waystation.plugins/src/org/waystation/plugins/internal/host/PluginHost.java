package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.plugins.PolicyView;
import org.waystation.api.plugins.Refusal;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.repository.Repository;
import org.waystation.plugins.internal.safe.Condemned;
import org.waystation.plugins.internal.store.CorruptStateException;
import org.waystation.plugins.internal.store.InstalledState;
import org.waystation.plugins.internal.store.PluginRecord;
import org.waystation.plugins.internal.store.PluginRecord.Standing;
import org.waystation.plugins.internal.store.PluginStore;
import org.waystation.plugins.internal.trust.Policy;
import org.waystation.plugins.internal.trust.TrustJudge;

/**
 * Changes what is installed, one change after the other on a thread of its own. Each change first happens in the
 * framework; only when all of it runs there is it made the state that counts, and else the framework is put back.
 */
public final class PluginHost implements Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final ExecutorService thread;
    private final PluginStore store;
    private final FrameworkSide framework;
    private final Inspection inspection;
    private final RulesSource rules;
    private final Predicate<String> heldBack;
    private final Condemned condemned;
    private final List<Consumer<List<InstalledPlugin>>> listeners = new CopyOnWriteArrayList<>();
    private InstalledState state = InstalledState.EMPTY;
    private boolean prepared;
    private Optional<CorruptStateException> corrupt = Optional.empty();
    private volatile List<InstalledPlugin> shown = List.of();

    /** Gives the policy and what follows from it, read again for each change. */
    interface RulesSource {
        Policy policy();

        TrustJudge judge(Policy policy) throws IOException;
    }

    /**
     * @param thread one thread, used for nothing else
     * @param heldBack which ids are left out of this run
     * @param condemned those that are to be quarantined
     */
    PluginHost(
            ExecutorService thread,
            PluginStore store,
            FrameworkSide framework,
            Inspection inspection,
            RulesSource rules,
            Predicate<String> heldBack,
            Condemned condemned) {
        this.condemned = condemned;
        this.thread = thread;
        this.store = store;
        this.framework = framework;
        this.inspection = inspection;
        this.rules = rules;
        this.heldBack = heldBack;
    }

    /**
     * Brings in those that the window's first picture needs, before there is one; the others come with {@link #start}.
     *
     * @param wanted which those are; one that needs others waits for them all the same
     */
    CompletionStage<Void> startEarly(Predicate<PluginDescription> wanted) {
        return change(() -> {
            prepare();
            InstalledState early = state;
            for (PluginRecord plugin : state.byId()) {
                PluginDescription description = plugin.description();
                if (!wanted.test(description) || !description.requires().isEmpty()) {
                    early = early.without(plugin.id());
                }
            }
            framework.hold(plan(early).wanted());
            return null;
        });
    }

    /** Brings in what is installed. A state that cannot be read counts as empty; the stage then ends with why. */
    CompletionStage<Void> start() {
        return change(() -> {
            prepare();
            hold(state);
            if (corrupt.isPresent()) {
                throw corrupt.get();
            }
            return null;
        });
    }

    /** Once, before anything of a plug-in runs. */
    private void prepare() throws IOException, BundleException, InterruptedException {
        if (prepared) {
            return;
        }
        corrupt = readState();
        store.clearStaging();
        store.sweep(state.content());
        quarantineCondemned();
        framework.forgetStrangers(state.content());
        prepared = true;
    }

    private Optional<CorruptStateException> readState() throws IOException {
        try {
            state = store.read();
            return Optional.empty();
        } catch (CorruptStateException e) {
            return Optional.of(e);
        }
    }

    /** Takes all plug-ins out of the framework; what is installed stays so. */
    CompletionStage<Void> stop() {
        return change(() -> {
            framework.leave();
            return null;
        });
    }

    @Override
    public List<InstalledPlugin> installed() {
        return shown;
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<List<InstalledPlugin>> listener) {
        Consumer<List<InstalledPlugin>> delivering = plugins -> deliverOn.execute(() -> listener.accept(plugins));
        listeners.add(delivering);
        delivering.accept(shown);
        return () -> listeners.remove(delivering);
    }

    @Override
    public CompletionStage<List<InstallOffer>> inspect(List<Path> packages) {
        return change(() -> inspection.inspect(packages, state, rules.judge(rules.policy())));
    }

    @Override
    public CompletionStage<List<RepositoryOffer>> offered() {
        return change(() -> {
            List<RepositoryOffer> news = new ArrayList<>();
            for (String address : rules.policy().repositories()) {
                readIndex(address).offers().stream().filter(this::isNews).forEach(news::add);
            }
            return news;
        });
    }

    private static Repository.Index readIndex(String address) throws InterruptedException {
        try {
            return repository(address).read();
        } catch (IOException e) {
            throw new PluginRefusedException(new Refusal.RepositoryUnreadable(address, String.valueOf(e.getMessage())));
        }
    }

    private static Repository repository(String address) {
        return new Repository(address, PackageLimits.USUAL.file());
    }

    private boolean isNews(RepositoryOffer offer) {
        return state.plugin(offer.id())
                .map(p ->
                        Version.parseVersion(p.description().version()).compareTo(Version.parseVersion(offer.version()))
                                < 0)
                .orElse(true);
    }

    @Override
    public CompletionStage<List<InstallOffer>> fetch(List<RepositoryOffer> offers) {
        return change(() -> {
            List<Path> files = new ArrayList<>();
            for (RepositoryOffer offer : offers) {
                try {
                    files.add(repository(offer.repository()).fetch(offer, store.stage()));
                } catch (IOException e) {
                    throw new PluginRefusedException(
                            new Refusal.RepositoryUnreadable(offer.repository(), String.valueOf(e.getMessage())));
                }
            }
            return inspection.inspect(files, state, rules.judge(rules.policy()));
        });
    }

    @Override
    public CompletionStage<Void> install(List<InstallOffer> offers) {
        return change(() -> {
            List<PluginRecord> fresh = inspection.accept(offers, state, rules.judge(rules.policy()));
            apply(state.with(fresh), fresh.stream().map(PluginRecord::id).toList());
            return null;
        });
    }

    @Override
    public CompletionStage<RemovalReport> remove(String id) {
        return change(() -> {
            PluginRecord plugin = present(id);
            checkCanLeave(plugin);
            RemovalReport report = apply(state.without(id), List.of()).stream()
                    .filter(r -> r.pluginId().equals(id))
                    .findFirst()
                    .orElseGet(() -> new RemovalReport(id, List.of(), List.of()));
            return framework.forget(plugin, report);
        });
    }

    @Override
    public CompletionStage<Void> disable(String id) {
        return change(() -> {
            PluginRecord plugin = present(id);
            checkCanLeave(plugin);
            apply(state.with(List.of(plugin.standing(Standing.DISABLED, ""))), List.of());
            return null;
        });
    }

    @Override
    public CompletionStage<Void> enable(String id) {
        return change(() -> {
            PluginRecord plugin = present(id);
            apply(state.with(List.of(plugin.standing(Standing.ENABLED, ""))), List.of(id));
            return null;
        });
    }

    /**
     * Switches a plug-in off because of its faults, and with it those that need it. That it is to be is written down before
     * this returns, since the plug-in may hold the program so that it can be done at the next start only.
     */
    public CompletionStage<Void> quarantine(String id, String reason) {
        try {
            condemned.add(id, reason);
        } catch (IOException e) {
            LOG.error("That {} is to be quarantined could not be written down", id, e);
        }
        return change(() -> {
            if (state.plugin(id).isPresent()) {
                PluginRecord plugin = present(id);
                apply(state.with(List.of(plugin.standing(Standing.QUARANTINED, reason))), List.of());
            }
            condemned.done(id);
            return null;
        });
    }

    /** Those that could not be in an earlier run; before anything of them runs. */
    private void quarantineCondemned() throws IOException {
        for (Map.Entry<String, String> each : condemned.all().entrySet()) {
            Optional<PluginRecord> plugin = state.plugin(each.getKey());
            if (plugin.isPresent()) {
                state = state.with(List.of(plugin.get().standing(Standing.QUARANTINED, each.getValue())));
                store.commit(state);
            }
            condemned.done(each.getKey());
        }
    }

    /** Makes the framework hold what it should, after what is held back has changed. */
    CompletionStage<Void> reapply() {
        return change(() -> {
            hold(state);
            return null;
        });
    }

    /** Makes the framework hold what a state says, and shows it. Whether files are whole is looked at once for both. */
    private void hold(InstalledState wanted) throws IOException, InterruptedException {
        RunPlan plan = plan(wanted);
        framework.hold(plan.wanted());
        show(plan);
    }

    @Override
    public CompletionStage<PolicyView> policy() {
        return change(() -> {
            Policy policy = rules.policy();
            return new PolicyView(
                    policy.source(),
                    policy.allow(),
                    policy.forbid(),
                    policy.force(),
                    policy.repositories(),
                    policy.acceptsUnsigned());
        });
    }

    private PluginRecord present(String id) {
        return state.plugin(id).orElseThrow(() -> new PluginRefusedException(new Refusal.NotInstalled(id)));
    }

    private void checkCanLeave(PluginRecord plugin) {
        Policy policy = rules.policy();
        if (policy.forces(plugin.id())) {
            throw new PluginRefusedException(
                    new Refusal.ForcedByPolicy(plugin.description().name(), policy.source()));
        }
        Set<String> needing = new DependencyOrder(
                        state.byId().stream().map(PluginRecord::description).toList())
                .dependents(List.of(plugin.id()));
        List<String> by = needing.stream()
                .filter(id -> framework.running().containsKey(id))
                .map(id -> present(id).description().name())
                .toList();
        if (!by.isEmpty()) {
            throw new PluginRefusedException(
                    new Refusal.StillNeeded(plugin.description().name(), by));
        }
    }

    /** The one way in which what is installed changes. */
    private List<RemovalReport> apply(InstalledState next, List<String> mustStart)
            throws IOException, InterruptedException {
        RunPlan plan = plan(next);
        List<RemovalReport> reports = framework.hold(plan.wanted());
        Optional<Refusal> failure = failure(next, mustStart);
        if (failure.isPresent()) {
            framework.hold(plan(state).wanted());
            throw new PluginRefusedException(failure.get());
        }
        try {
            store.commit(next);
        } catch (IOException | RuntimeException e) {
            framework.hold(plan(state).wanted());
            throw e;
        }
        state = next;
        show(plan);
        sweep();
        return reports;
    }

    private Optional<Refusal> failure(InstalledState next, List<String> mustStart) {
        Map<String, RunningPlugin> running = framework.running();
        return mustStart.stream()
                .filter(running::containsKey)
                .map(running::get)
                .filter(p -> p.failure().isPresent())
                .map(p -> (Refusal) new Refusal.DoesNotStart(
                        next.plugins().get(p.plugin().id()).description().name(),
                        p.failure().orElseThrow()))
                .findFirst();
    }

    /** What cannot be deleted now is deleted at the next start; it does no harm. */
    private void sweep() {
        try {
            store.sweep(state.content());
        } catch (IOException e) {
            LOG.warn("Files of plug-ins that are gone could not be deleted yet", e);
        }
    }

    private RunPlan plan(InstalledState wanted) throws IOException {
        Policy policy = rules.policy();
        return RunPlan.of(
                wanted,
                new RunPlan.Rules(
                        policy, rules.judge(policy), p -> p.bundles().stream().allMatch(store::isWhole), heldBack));
    }

    private void show(RunPlan plan) {
        shown = InstalledView.of(state, plan, framework.running(), rules.policy());
        listeners.forEach(l -> l.accept(shown));
    }

    private interface Change<T> {
        T make() throws IOException, InterruptedException, BundleException;
    }

    private <T> CompletionStage<T> change(Change<T> change) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                stage.complete(change.make());
            } catch (IOException | BundleException e) {
                stage.completeExceptionally(
                        new PluginRefusedException(new Refusal.CannotKeep(String.valueOf(e.getMessage()))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stage.cancel(false);
            } catch (RuntimeException e) {
                stage.completeExceptionally(e);
            }
        });
        return stage;
    }
}
