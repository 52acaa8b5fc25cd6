package org.waystation.tickets.ui.tests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TicketView.Entry;

/** One believable morning at a service provider, always at the same time. */
public final class Sample {

    public static final Instant NOW = Instant.parse("2026-11-24T07:34:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final User ME =
            new User(id(900), "Tom Reyes", "tom@northwind.example", false, "", "", Optional.empty(), false);
    static final User MARA =
            new User(id(901), "Mara Svensson", "mara@northwind.example", false, "", "", Optional.empty(), false);

    private static final String[] COMPANIES = {"Harbour Dental", "Lindqvist Law", "Kestrel Foods", "Oak & Ember"};

    private Sample() {}

    public static MemoryTickets tickets() {
        MemoryTickets service = new MemoryTickets();
        service.users.addAll(List.of(MARA, ME));
        for (int i = 0; i < COMPANIES.length; i++) {
            service.companies.add(company(i));
        }
        service.put(backup());
        service.put(simple(48207, "Outlook asks for password after update", 1, Origin.REACTIVE, Priority.P2, 130));
        service.put(unsynced(simple(
                48198, "Replace switch in rack B, firmware end of support", 2, Origin.PROACTIVE, Priority.P3, 1500)));
        service.put(request(
                simple(48190, "New starter Monday: laptop, accounts, phone", 0, Origin.REACTIVE, Priority.P3, 4300)));
        service.put(Views.withStatus(
                simple(48177, "VPN drops every 20 minutes for two users", 3, Origin.REACTIVE, Priority.P2, 300),
                TicketStatus.WAITING_CUSTOMER,
                new TicketWorkflow().next(TicketStatus.WAITING_CUSTOMER)));
        service.put(simple(48169, "Quarterly restore test", 2, Origin.PROACTIVE, Priority.P4, 9000));
        service.put(simple(48160, "Printer on 2nd floor prints blank pages", 1, Origin.REACTIVE, Priority.P3, -50));
        return service;
    }

    static UUID id(long number) {
        return new UUID(7L << 12, number);
    }

    static Company company(int index) {
        return new Company(id(100 + index), COMPANIES[index], "Malmö", "+46 40 12 34", "example.org", 40);
    }

    private static Agreement agreement(int company) {
        AgreementKind kind = company == 1 ? AgreementKind.BREAK_FIX : AgreementKind.MANAGED;
        return new Agreement(
                id(200 + company),
                Optional.of(id(100 + company)),
                "Agreement",
                kind,
                kind.equals(AgreementKind.MANAGED) ? "all devices" : "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TicketView backup() {
        Ticket ticket =
                ticket(48213, "Nightly backup of FS-01 failed twice in a row", 0, Origin.PROACTIVE, Priority.P1, 42);
        Asset asset = new Asset(
                id(300),
                Optional.of(id(100)),
                "FS-01",
                AssetKind.SERVER,
                AssetState.IN_USE,
                "file server",
                "HQ",
                "Dell",
                "R450",
                "7XK2",
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 14)),
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 3, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
        Contact contact = new Contact(
                id(400),
                Optional.of(id(100)),
                Optional.empty(),
                "Ines Falk",
                "ines@harbour.example",
                "+46 40 55 66",
                "",
                "Office manager",
                true,
                false,
                Optional.empty(),
                "");
        List<Entry<Note>> notes = List.of(
                note(
                        1,
                        "Monitoring",
                        Visibility.PUBLIC,
                        84,
                        false,
                        "Backup job **FS-01 nightly** ended with exit code 3. Last success two days ago.\n\n```\n"
                                + "restic: Fatal: unable to open repository: dial tcp 10.4.0.9:8000: "
                                + "connection refused\n```"),
                note(
                        2,
                        "Mara Svensson",
                        Visibility.INTERNAL,
                        36,
                        false,
                        "Repository host rebooted for updates at 01:40 and the service did not come back. Same cause "
                                + "as #47911; see article [Restart order after host updates]"
                                + "(https://kb.example.org/restart)."),
                note(
                        3,
                        "Tom Reyes",
                        Visibility.INTERNAL,
                        3,
                        true,
                        "Service enabled at boot, manual run started: 61 % done."));
        TimeEntry time = new TimeEntry(
                id(700),
                Optional.of(ticket.id()),
                Optional.of(ME.id()),
                24,
                WorkType.REMOTE,
                true,
                "Repository service brought back",
                Optional.of(NOW.minus(Duration.ofMinutes(30))));
        return new TicketView(
                ticket,
                Optional.of(company(0)),
                Optional.of(agreement(0)),
                Optional.of(contact),
                Optional.of(asset),
                Optional.of(ME),
                true,
                new TicketWorkflow().next(ticket.status()),
                notes,
                List.of(new Entry<>(time, true, false)),
                Set.of(),
                List.of());
    }

    private static Entry<Note> note(int n, String author, Visibility who, int minutesAgo, boolean mine, String body) {
        Note note = new Note(
                id(600 + n),
                Optional.of(id(48213)),
                Optional.empty(),
                author,
                who,
                body,
                Optional.of(NOW.minus(Duration.ofMinutes(minutesAgo))));
        return new Entry<>(note, mine, mine);
    }

    static TicketView simple(long number, String subject, int company, Origin origin, Priority priority, int dueIn) {
        Ticket ticket = ticket(number, subject, company, origin, priority, dueIn);
        return new TicketView(
                ticket,
                Optional.of(company(company)),
                Optional.of(agreement(company)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ME),
                true,
                new TicketWorkflow().next(ticket.status()),
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    private static TicketView unsynced(TicketView view) {
        return Views.withPriority(view, view.ticket().priority());
    }

    private static TicketView request(TicketView v) {
        Ticket t = v.ticket();
        Ticket request = new Ticket(
                t.id(),
                t.number(),
                t.subject(),
                t.companyId(),
                t.agreementId(),
                t.contactId(),
                t.assetId(),
                t.assigneeId(),
                TicketType.SERVICE_REQUEST,
                t.origin(),
                t.source(),
                t.priority(),
                t.status(),
                t.createdAt(),
                t.updatedAt(),
                t.respondedAt(),
                t.responseDueAt(),
                t.resolutionDueAt(),
                t.resolvedAt(),
                t.tags(),
                t.siteId(),
                t.teamId(),
                t.watchers(),
                t.links(),
                t.checklist(),
                t.customFields());
        return new TicketView(
                request,
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                v.assignee(),
                v.mine(),
                v.nextStatuses(),
                v.conversation(),
                v.timeEntries(),
                v.unsyncedFields(),
                v.pending());
    }

    private static Ticket ticket(
            long number, String subject, int company, Origin origin, Priority priority, int dueIn) {
        return new Ticket(
                id(number),
                Optional.of(number),
                subject,
                Optional.of(id(100 + company)),
                Optional.of(id(200 + company)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ME.id()),
                TicketType.INCIDENT,
                origin,
                origin.equals(Origin.PROACTIVE) ? "alert" : "email",
                priority,
                TicketStatus.IN_PROGRESS,
                Optional.of(NOW.minus(Duration.ofMinutes(88))),
                Optional.of(NOW.minus(Duration.ofMinutes(3))),
                Optional.of(NOW.minus(Duration.ofMinutes(76))),
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofMinutes(dueIn))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
