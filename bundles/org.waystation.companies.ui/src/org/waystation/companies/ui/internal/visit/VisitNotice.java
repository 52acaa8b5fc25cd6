package org.waystation.companies.ui.internal.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.companies.Visit;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.FrameModel;

/**
 * Who brings a ticket or an asset to the front begins to work at its company: what is to be known before is told then, once
 * on each visit. The company's own page shows it all the time.
 */
@Component(service = EventHandler.class, property = "event.topics=" + UIEvents.UILifeCycle.ACTIVATE)
public final class VisitNotice implements EventHandler {

    private static final Set<String> KINDS = Set.of(EntityKind.TICKET.code(), EntityKind.ASSET.code());

    private final CompanyService companies;
    private final Notifications notifications;
    private final RecordNavigator navigator;

    @Activate
    public VisitNotice(
            @Reference CompanyService companies,
            @Reference Notifications notifications,
            @Reference RecordNavigator navigator) {
        this.companies = companies;
        this.notifications = notifications;
        this.navigator = navigator;
    }

    @Override
    public void handleEvent(Event event) {
        record(event.getProperty(UIEvents.EventTags.ELEMENT))
                .ifPresent(record -> companies
                        .visit(record)
                        .thenAccept(visit -> visit.filter(Visit::first).ifPresent(this::tell)));
    }

    /** The record of an editor that was brought to the front. */
    private static Optional<RecordRef> record(Object element) {
        if (!(element instanceof MPart part) || !part.getTags().contains(FrameModel.EDITOR)) {
            return Optional.empty();
        }
        String kind = part.getPersistedState().get(FrameModel.KIND);
        String id = part.getPersistedState().get(FrameModel.RECORD_ID);
        return id != null && KINDS.contains(kind)
                ? Optional.of(new RecordRef(new EntityKind(kind), UUID.fromString(id)))
                : Optional.empty();
    }

    private void tell(Visit visit) {
        notifications.show(new Notification(
                Notification.Level.WARNING,
                "Companies",
                "before-work-" + visit.companyId(),
                "Before working at " + visit.companyName(),
                visit.note(),
                List.of(new Notification.Action(
                        "Open " + visit.companyName(),
                        () -> navigator.open(new RecordRef(EntityKind.COMPANY, visit.companyId()))))));
    }
}
