package org.waystation.plugins.internal.capability;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waystation.api.plugins.Capability;

/** Which service needs which capability. What is not named here and belongs to the program is not handed out. */
public final class CapabilityCatalog {

    private static final Map<String, Capability> GUARDED = Map.ofEntries(
            entry("org.waystation.api.tickets.TicketService", Capability.TICKETS_WRITE),
            entry("org.waystation.api.search.TextSearch", Capability.TICKETS_WRITE),
            entry("org.waystation.api.assets.AssetService", Capability.ASSETS_WRITE),
            entry("org.waystation.api.knowledge.ArticleService", Capability.ARTICLES_WRITE),
            entry("org.waystation.api.tickets.TicketDetails", Capability.TICKETS_WRITE),
            entry("org.waystation.api.tickets.WorkTimer", Capability.TICKETS_WRITE),
            entry("org.waystation.api.views.SavedViews", Capability.TICKETS_WRITE),
            entry("org.waystation.api.sync.Presence", Capability.TICKETS_WRITE),
            entry("org.waystation.api.assets.AssetCsv", Capability.ASSETS_WRITE),
            entry("org.waystation.api.assets.AssetHistory", Capability.ASSETS_WRITE),
            entry("org.waystation.api.session.SessionStarter", Capability.REMOTE_SESSION),
            entry("org.waystation.api.companies.CompanyService", Capability.COMPANIES_WRITE),
            entry("org.waystation.api.insight.InsightService", Capability.INSIGHT),
            entry("org.waystation.api.files.AttachmentService", Capability.FILES),
            entry("org.waystation.api.session.SessionService", Capability.REMOTE_SESSION),
            entry("org.waystation.api.sync.SyncService", Capability.SYNC),
            entry("org.waystation.api.sync.PendingChanges", Capability.SYNC),
            entry("org.waystation.api.sync.SyncControl", Capability.SYNC),
            entry("org.waystation.api.vault.CredentialVault", Capability.CREDENTIALS),
            entry("org.waystation.api.profile.Profile", Capability.FILES),
            entry("org.waystation.api.plugins.Plugins", Capability.PLUGINS));

    private static final Set<String> FREE = Set.of(
            "org.waystation.api.notify.Notifications",
            "org.waystation.api.settings.Settings",
            "org.waystation.api.work.WorkService",
            "org.waystation.api.navigate.RecordNavigator",
            "org.waystation.api.profile.OfflineLease",
            "org.waystation.api.profile.SealedState");

    /**
     * Services of the program's own plug-ins, handed out as they are to those who declare the capability: between a remote
     * system and its screens, both of which come and go.
     */
    private static final Map<String, Capability> AS_THEY_ARE =
            Map.of("org.waystation.backend.rt.RtService", Capability.BACKEND);

    /** What a plug-in may publish only with a capability, since the program will use it. */
    private static final Map<String, Capability> PUBLISHING = Map.of(
            "org.waystation.api.session.SessionProtocol", Capability.REMOTE_SESSION,
            "org.waystation.api.sync.Backend", Capability.BACKEND);

    /** Services that plug-ins use through a door of their own. */
    public static boolean hasDoor(String service) {
        return GUARDED.containsKey(service) || FREE.contains(service);
    }

    /**
     * All that have one. The framework hands a door only to those who share its package with this bundle, so this bundle
     * imports the package of each.
     */
    public static Set<String> withDoor() {
        Set<String> all = new TreeSet<>(GUARDED.keySet());
        all.addAll(FREE);
        return all;
    }

    public static Optional<Capability> needed(String service) {
        return Optional.ofNullable(GUARDED.get(service));
    }

    /** For a service that is handed out without a door. */
    public static Optional<Capability> neededAsItIs(String service) {
        return Optional.ofNullable(AS_THEY_ARE.get(service));
    }

    public static Optional<Capability> neededToPublish(String service) {
        return Optional.ofNullable(PUBLISHING.get(service));
    }

    /** The platform's services and those of the shell's published packages; nothing else of the program. */
    public static boolean isOpen(String service) {
        return !service.startsWith("org.waystation.")
                || service.startsWith("org.waystation.shell.") && !service.contains(".internal.");
    }

    private CapabilityCatalog() {}
}
