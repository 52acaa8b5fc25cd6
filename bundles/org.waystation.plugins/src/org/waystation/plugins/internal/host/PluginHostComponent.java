package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.api.plugins.CulpritSearch;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.plugins.SafeStart;
import org.waystation.api.profile.Profile;
import org.waystation.plugins.internal.capability.AuditFile;
import org.waystation.plugins.internal.capability.ExitGuard;
import org.waystation.plugins.internal.capability.ServiceDoors;
import org.waystation.plugins.internal.capability.ServiceVisibility;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.internal.safe.BisectFile;
import org.waystation.plugins.internal.safe.Condemned;
import org.waystation.plugins.internal.safe.StartJournal;
import org.waystation.plugins.internal.safe.Strikes;
import org.waystation.plugins.internal.store.PluginStore;
import org.waystation.plugins.internal.trust.PolicyReader;
import org.waystation.plugins.internal.trust.SignatureCheck;

/**
 * Puts the plug-in host together over the profile and runs it. The hooks are references so that they are in force
 * before the first plug-in's code runs.
 */
@Component(
        service = {},
        immediate = true)
public final class PluginHostComponent {

    /** System property: run without plug-ins. */
    static final String SAFE_MODE = "waystation.safeMode";
    /** System property: a company's policy file, in place of the system's usual folder. */
    static final String POLICY = "waystation.policy";

    /** A plug-in that needs longer should do so in the background. */
    private static final Duration START_DEADLINE = Duration.ofSeconds(10);

    /** The first moment belongs to what the technician looks at: the window reads and paints its first rows. */
    private static final Executor QUIET = CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS);

    /** What takes the program down as it is first painted was brought in a moment before, and is to be suspected. */
    private static final Executor SETTLED = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private static final String GROUP = "Plug-ins";
    private static final Logger LOG = LoggerFactory.getLogger(PluginHostComponent.class);

    private final List<ContributionLedger> ledgers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Notifications> notifications = new AtomicReference<>();
    private final ExecutorService hostThread = Executors.newSingleThreadExecutor(r -> new Thread(r, "Plug-in host"));
    private final ExecutorService auditThread = Executors.newSingleThreadExecutor(r -> new Thread(r, "Plug-in audit"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final ServiceDoors doors;
    private final PluginHost host;
    private final StartWatch startWatch;

    @Activate
    public PluginHostComponent(
            BundleContext context,
            @Reference Profile profile,
            @Reference PluginBundles owners,
            @Reference ServiceVisibility visibility,
            @Reference ExitGuard guard,
            @Reference Strikes strikes,
            @Reference WindowThere window)
            throws IOException {
        Path folder = Files.createDirectories(profile.folder().resolve("plugins"));
        AuditFile audit = new AuditFile(folder.resolve("audit.log"), Clock.systemUTC(), auditThread);
        doors = new ServiceDoors(context, owners, audit);
        ledgers.add(doors);
        PluginStore store = new PluginStore(folder, step -> {});
        PolicyReader policies = new PolicyReader(PolicyFiles.of(profile.folder()));
        Condemned condemned = new Condemned(folder.resolve("condemned.txt"));
        startWatch = new StartWatch(
                new StartJournal(folder.resolve("start.txt")),
                condemned,
                wantsSafeMode(context),
                id -> name(store, id));
        CulpritHunt hunt = new CulpritHunt(new BisectFile(folder.resolve("bisect.txt")));
        FrameworkSide framework = new FrameworkSide(
                context, store, owners, new Departure(() -> List.copyOf(ledgers)), START_DEADLINE, id -> {
                    startWatch.starting(id);
                    // Whoever is started anew starts over.
                    strikes.forget(id);
                });
        host = new PluginHost(
                hostThread,
                store,
                framework,
                new Inspection(
                        new PackageReader(PackageLimits.USUAL, apiVersion()),
                        new SignatureCheck(),
                        store,
                        new InstallRules(context, () -> policies.read().acceptsUnsigned())),
                new ProfileRules(policies, folder.resolve("revoked.json")),
                hunt.or(id -> startWatch.safeMode()),
                condemned);
        hunt.over(host);
        strikes.whenOut(this::quarantine);
        doors.open();
        registrations.add(context.registerService(Plugins.class, host, null));
        registrations.add(context.registerService(CulpritSearch.class, hunt, null));
        registrations.add(context.registerService(SafeStart.class, startWatch, null));
        if (startWatch.question().isPresent()) {
            // A start without plug-ins came to its end; what follows is another one.
            window.then(startWatch::completed);
        }
        startWatch.whenDecided(watch -> {
            // A theme that comes later would be seen to come. All else waits until the technician has a window to work
            // in.
            host.startEarly(plugin -> plugin.kinds().contains(ContributionKind.THEME))
                    .exceptionally(PluginHostComponent::notEarly);
            window.then(() -> QUIET.execute(this::start));
        });
    }

    /** What is wrong is told when all are brought in. */
    private static @Nullable Void notEarly(Throwable e) {
        LOG.warn("Plug-ins with themes could not be brought in before the window", e);
        return null;
    }

    /** What is to be decided is told as soon as there is somebody to tell it. */
    private void ask(Notifications shown) {
        startWatch
                .question()
                .ifPresent(question -> shown.show(StartOffer.of(question, choice -> {
                    startWatch.decide(choice);
                    shown.settle(GROUP, StartOffer.KEY);
                })));
    }

    private void start() {
        if (hostThread.isShutdown()) {
            // The program was closed meanwhile.
            return;
        }
        host.start()
                .thenRun(() -> {
                    if (startWatch.safeMode()) {
                        tell(
                                Notification.Level.INFO,
                                "safe-mode",
                                "Safe mode: plug-ins are left out of this run",
                                "They are back at the next start.");
                    }
                })
                .exceptionally(e -> {
                    LOG.error("Plug-ins could not be brought in", e);
                    tell(
                            Notification.Level.ERROR,
                            "start",
                            "Plug-ins could not be started",
                            String.valueOf(e.getMessage()));
                    return null;
                })
                .thenRunAsync(startWatch::completed, SETTLED);
    }

    /** By the system property, or by {@code --safe-mode} on the command line of any launcher. */
    private static boolean wantsSafeMode(BundleContext context) {
        ServiceReference<EnvironmentInfo> reference = context.getServiceReference(EnvironmentInfo.class);
        return Boolean.getBoolean(SAFE_MODE)
                || reference != null
                        && List.of(context.getService(reference).getNonFrameworkArgs())
                                .contains("--safe-mode");
    }

    private static String name(PluginStore store, String id) {
        try {
            return store.read()
                    .plugin(id)
                    .map(plugin -> plugin.description().name())
                    .orElse(id);
        } catch (IOException e) {
            return id;
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        try {
            host.stop().toCompletableFuture().join();
        } catch (CompletionException e) {
            LOG.warn("Plug-ins could not be stopped orderly", e);
        }
        startWatch.completed();
        doors.close();
        hostThread.shutdown();
        // Closing waits until what was used last is written down.
        auditThread.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLedger(ContributionLedger ledger) {
        ledgers.add(ledger);
    }

    void removeLedger(ContributionLedger ledger) {
        ledgers.remove(ledger);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setNotifications(Notifications service) {
        notifications.set(service);
        ask(service);
    }

    void unsetNotifications(Notifications service) {
        notifications.compareAndSet(service, null);
    }

    private void quarantine(String id, String reason) {
        host.quarantine(id, reason).thenRun(() -> {
            Notifications shown = notifications.get();
            if (shown != null) {
                shown.show(new Notification(
                        Notification.Level.WARNING,
                        GROUP,
                        "quarantine." + id,
                        "The plug-in " + id + " was switched off",
                        reason,
                        List.of(new Notification.Action("Give it another chance", () -> host.enable(id)))));
            }
        });
    }

    private void tell(Notification.Level level, String key, String title, String detail) {
        Notifications shown = notifications.get();
        if (shown != null) {
            shown.show(new Notification(level, GROUP, key, title, detail, List.of()));
        }
    }

    private static Version apiVersion() {
        Version version = FrameworkUtil.getBundle(Plugins.class).getVersion();
        return new Version(version.getMajor(), version.getMinor(), version.getMicro());
    }
}
