package org.waystation.tickets.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waystation.api.assets.AssetService;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.session.SessionStarter;
import org.waystation.api.sync.Presence;
import org.waystation.api.tickets.TicketDetails;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.tickets.WorkTimer;
import org.waystation.api.views.SavedViews;
import org.waystation.shell.panel.RecordActions;

/**
 * The services that the ticket screens work with. Those of tickets come together, once the profile is open; those of
 * other plug-ins may come and go, and what needs them is left out meanwhile.
 */
@Component(service = Services.class)
public final class Services {

    private final TicketService tickets;
    private final TicketDetails details;
    private final WorkTimer timer;
    private final SavedViews views;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable AssetService assets;
    private volatile @Nullable AttachmentService files;
    private volatile @Nullable RecordActions actions;
    private volatile @Nullable AutoCloseable listening;
    private volatile @Nullable Presence presence;
    private volatile @Nullable SessionStarter sessions;

    @Activate
    public Services(
            @Reference TicketService tickets,
            @Reference TicketDetails details,
            @Reference WorkTimer timer,
            @Reference SavedViews views) {
        this.tickets = tickets;
        this.details = details;
        this.timer = timer;
        this.views = views;
    }

    public TicketService tickets() {
        return tickets;
    }

    public TicketDetails details() {
        return details;
    }

    public WorkTimer timer() {
        return timer;
    }

    public SavedViews views() {
        return views;
    }

    public Optional<AssetService> assets() {
        return Optional.ofNullable(assets);
    }

    public Optional<AttachmentService> files() {
        return Optional.ofNullable(files);
    }

    public Optional<RecordActions> actions() {
        return Optional.ofNullable(actions);
    }

    public Optional<Presence> presence() {
        return Optional.ofNullable(presence);
    }

    public Optional<SessionStarter> sessions() {
        return Optional.ofNullable(sessions);
    }

    /** Calls the listener, on any thread, after a service of another plug-in has come or gone. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropAssets")
    public void useAssets(AssetService service) {
        assets = service;
        tell();
    }

    public void dropAssets(AssetService service) {
        assets = assets == service ? null : assets;
        tell();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropFiles")
    public void useFiles(AttachmentService service) {
        files = service;
        tell();
    }

    public void dropFiles(AttachmentService service) {
        files = files == service ? null : files;
        tell();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropActions")
    public void useActions(RecordActions service) {
        stopListening();
        actions = service;
        listening = service.onChange(this::tell);
        tell();
    }

    public void dropActions(RecordActions service) {
        if (actions == service) {
            actions = null;
            stopListening();
        }
        tell();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropPresence")
    public void usePresence(Presence service) {
        presence = service;
        tell();
    }

    public void dropPresence(Presence service) {
        presence = presence == service ? null : presence;
        tell();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropSessions")
    public void useSessions(SessionStarter service) {
        sessions = service;
        tell();
    }

    public void dropSessions(SessionStarter service) {
        sessions = sessions == service ? null : sessions;
        tell();
    }

    private void stopListening() {
        AutoCloseable ends = listening;
        listening = null;
        if (ends != null) {
            try {
                ends.close();
            } catch (Exception e) {
                throw new IllegalStateException("The actions did not let go of their listener.", e);
            }
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
