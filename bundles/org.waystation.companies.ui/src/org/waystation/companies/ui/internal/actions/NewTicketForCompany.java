package org.waystation.companies.ui.internal.actions;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.domain.Company;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.companies.ui.internal.page.TicketSheet;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/** From a company to a new ticket of its own. */
@Component(service = ContextAction.class)
public final class NewTicketForCompany implements ContextAction {

    private static final int MOST_SECONDS = 2;

    private final CompanyService companies;
    private final TicketService tickets;
    private final RecordNavigator navigator;
    private final Notifications notifications;
    private final Look look;

    @Activate
    public NewTicketForCompany(
            @Reference CompanyService companies,
            @Reference TicketService tickets,
            @Reference RecordNavigator navigator,
            @Reference Notifications notifications,
            @Reference Look look) {
        this.companies = companies;
        this.tickets = tickets;
        this.navigator = navigator;
        this.notifications = notifications;
        this.look = look;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.COMPANY);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return companies
                .find(record.id())
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join()
                .map(company -> "New ticket for " + company.name());
    }

    @Override
    public void run(RecordRef record) {
        Display display = Display.getCurrent();
        companies
                .find(record.id())
                .thenAccept(found -> found.ifPresent(company -> display.asyncExec(() -> open(display, company))));
    }

    private void open(Display display, Company company) {
        Shell shell = display.getActiveShell() == null ? display.getShells()[0] : display.getActiveShell();
        Desk desk = new Desk(
                look,
                companies,
                new Edits("Companies", display::asyncExec, notifications),
                new RelativeTime(Clock.systemDefaultZone()),
                display::asyncExec);
        new TicketSheet(desk, tickets, navigator).open(shell, company);
    }
}
