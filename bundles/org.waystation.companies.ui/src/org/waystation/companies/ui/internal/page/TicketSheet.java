package org.waystation.companies.ui.internal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketType;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketService;
import org.waystation.companies.ui.internal.Desk;

/** A new ticket for a company, in the fewest words; the rest is filled in at its editor, which opens. */
public record TicketSheet(Desk desk, TicketService tickets, RecordNavigator navigator) {

    private static final List<SheetField> FIELDS = List.of(
            SheetField.line("subject", "Subject"),
            SheetField.text("description", "What is it about? (internal note)"),
            SheetField.flag("proactive", "Proactive: nobody had to ask for it"));

    public void open(Shell owner, Company company) {
        new RecordSheet(
                        owner,
                        desk,
                        "New ticket for " + company.name(),
                        FIELDS,
                        Map.of(),
                        written -> create(company.id(), written))
                .open();
    }

    private CompletionStage<UUID> create(UUID company, Map<String, @Nullable Object> written) {
        boolean proactive = Boolean.TRUE.equals(written.get("proactive"));
        return tickets.create(new TicketDraft(
                        String.valueOf(written.get("subject")).strip(),
                        company,
                        proactive ? TicketType.MAINTENANCE : TicketType.INCIDENT,
                        proactive ? Origin.PROACTIVE : Origin.REACTIVE,
                        Priority.P3,
                        Optional.empty(),
                        Optional.empty(),
                        String.valueOf(written.get("description"))))
                .thenApply(id -> {
                    desk.ui().execute(() -> navigator.open(new RecordRef(EntityKind.TICKET, id)));
                    return id;
                });
    }
}
