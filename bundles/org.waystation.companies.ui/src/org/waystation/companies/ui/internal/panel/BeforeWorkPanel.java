package org.waystation.companies.ui.internal.panel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.companies.Visit;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.companies.ui.internal.page.BeforeWorkCard;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.TextLine;

/**
 * What is to be known before working at the company of a ticket or an asset: always in its editor, and as a balloon once
 * on each visit, which begins with the first of its records that is opened.
 */
@Component(service = RecordPanel.class)
public final class BeforeWorkPanel implements RecordPanel {

    private static final int ORDER = 10;

    private final CompanyService companies;
    private final Notifications notifications;
    private final RecordNavigator navigator;

    @Activate
    public BeforeWorkPanel(
            @Reference CompanyService companies,
            @Reference Notifications notifications,
            @Reference RecordNavigator navigator) {
        this.companies = companies;
        this.notifications = notifications;
        this.navigator = navigator;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET, EntityKind.ASSET);
    }

    @Override
    public String title() {
        return "Before you work there";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void create(Composite parent, Look look, RecordRef record) {
        parent.setLayout(new FillLayout());
        TextLine none = new TextLine(parent, look, TextStyle.BODY, Tone.DIM);
        companies.visit(record).whenComplete((visit, failure) -> parent.getDisplay().asyncExec(() -> {
            if (!parent.isDisposed()) {
                show(parent, look, none, failure == null ? visit : Optional.empty());
            }
        }));
    }

    private void show(Composite parent, Look look, TextLine none, Optional<Visit> visit) {
        if (visit.isEmpty()) {
            none.text("Nothing to know before.");
        } else {
            none.dispose();
            new BeforeWorkCard(parent, look).show(visit.get().companyName(), visit.get().note());
            visit.filter(Visit::first).ifPresent(this::tell);
        }
        parent.requestLayout();
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
