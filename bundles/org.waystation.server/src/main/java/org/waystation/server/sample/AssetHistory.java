package org.waystation.server.sample;

import static org.waystation.server.kind.FieldType.Moment.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.AlertSeverity;
import org.waystation.api.domain.AlertState;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.SessionProtocol;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.WorkType;
import org.waystation.api.record.EntityKind;

/** What happened on assets: alerts, and sessions from afar. */
final class AssetHistory {

    private static final Duration SESSIONS_KEPT = Duration.ofDays(60);
    private static final int OPEN_ALERTS = 4;

    private static final Map<AssetKind, SessionProtocol> PROTOCOLS = Map.of(
            AssetKind.SERVER, SessionProtocol.RDP,
            AssetKind.VIRTUAL_MACHINE, SessionProtocol.SSH,
            AssetKind.NETWORK_DEVICE, SessionProtocol.SSH,
            AssetKind.PRINTER, SessionProtocol.WEB,
            AssetKind.CLOUD_SERVICE, SessionProtocol.WEB);

    private final Pools pools;
    private final RecordMaker maker;
    private final SampleStaff staff;
    private final AuditTrail audit;
    private final Instant now;

    AssetHistory(Pools pools, RecordMaker maker, SampleStaff staff, AuditTrail audit, Instant now) {
        this.audit = audit;
        this.pools = pools;
        this.maker = maker;
        this.staff = staff;
        this.now = now;
    }

    /** The alert that a ticket was made of, and the sessions in which it was worked on. */
    void write(SampleTicket ticket) {
        SplittableRandom random = new SplittableRandom(~ticket.id().getLeastSignificantBits());
        if (ticket.type().equals(TicketType.ALERT) && ticket.assetId().isPresent()) {
            alert(ticket, random);
        }
        for (SampleTicket.Work work : ticket.work()) {
            if (work.type().equals(WorkType.REMOTE)
                    && ticket.assetId().isPresent()
                    && work.at().isAfter(now.minus(SESSIONS_KEPT))) {
                session(ticket, work, random);
            }
        }
    }

    private void alert(SampleTicket ticket, SplittableRandom random) {
        String message = ticket.conversation().isEmpty()
                ? ""
                : ticket.conversation().getFirst().body();
        maker.make(
                EntityKind.ALERT,
                SampleIds.make(ticket.createdAt(), random),
                Optional.of(ticket.company().id()),
                json -> {
                    json.writeStringField("companyId", ticket.company().id().toString());
                    json.writeStringField(
                            "assetId", ticket.assetId().orElseThrow().toString());
                    json.writeStringField("ticketId", ticket.id().toString());
                    json.writeStringField("title", ticket.subject());
                    json.writeStringField("message", message);
                    json.writeStringField(
                            "severity", severity(ticket.priority()).code());
                    boolean fresh = ticket.status().equals(TicketStatus.NEW);
                    AlertState state = ticket.resolvedAt().isPresent()
                            ? AlertState.RESOLVED
                            : fresh ? AlertState.OPEN : AlertState.ACKNOWLEDGED;
                    json.writeStringField("state", state.code());
                    json.writeStringField("source", "Monitoring");
                    json.writeStringField("key", "check-" + (1_000 + random.nextInt(9_000)));
                    json.writeNumberField("count", 1 + random.nextInt(12));
                    json.writeStringField("raisedAt", wire(ticket.createdAt().minusSeconds(40)));
                    json.writeStringField("lastSeenAt", wire(ticket.createdAt()));
                    if (!state.equals(AlertState.OPEN)) {
                        json.writeStringField(
                                "acknowledgedAt", wire(ticket.createdAt().plusSeconds(300)));
                        json.writeStringField(
                                "acknowledgedBy",
                                ticket.assigneeId()
                                        .orElse(staff.technician().id())
                                        .toString());
                    }
                    if (ticket.resolvedAt().isPresent()) {
                        json.writeStringField(
                                "resolvedAt", wire(ticket.resolvedAt().get()));
                    }
                });
    }

    private static AlertSeverity severity(Priority priority) {
        if (priority.equals(Priority.P1)) {
            return AlertSeverity.CRITICAL;
        }
        return priority.equals(Priority.P2) ? AlertSeverity.WARNING : AlertSeverity.INFO;
    }

    private void session(SampleTicket ticket, SampleTicket.Work work, SplittableRandom random) {
        UUID assetId = ticket.assetId().orElseThrow();
        SampleCompany.Device device = ticket.company().devices().stream()
                .filter(candidate -> candidate.id().equals(assetId))
                .findFirst()
                .orElseThrow();
        UUID id = SampleIds.make(work.at(), random);
        if (work.userId().equals(staff.technician().id())) {
            audit.add(ticket.company().id(), work.userId(), work.at(), "session.start", id.toString());
        }
        maker.make(EntityKind.REMOTE_SESSION, id, Optional.of(ticket.company().id()), json -> {
            json.writeStringField("companyId", ticket.company().id().toString());
            json.writeStringField("assetId", assetId.toString());
            json.writeStringField("ticketId", ticket.id().toString());
            json.writeStringField("userId", work.userId().toString());
            json.writeStringField(
                    "protocol",
                    PROTOCOLS.getOrDefault(device.kind(), SessionProtocol.VNC).code());
            json.writeStringField("target", device.address());
            json.writeStringField("startedAt", wire(work.at()));
            json.writeStringField("endedAt", wire(work.at().plus(Duration.ofMinutes(work.minutes()))));
            json.writeStringField("reason", ticket.subject());
        });
    }

    /** Alerts that nobody has made a ticket of yet. */
    void writeOpen(SampleCompany company) {
        SplittableRandom random = new SplittableRandom(~company.id().getLeastSignificantBits());
        List<String> alerts = pools.list("alert");
        for (int i = 0; i < OPEN_ALERTS; i++) {
            String[] alert = alerts.get((i + random.nextInt(alerts.size())) % alerts.size())
                    .split("\\|");
            SampleCompany.Device device = company.device(List.of(new AssetKind(alert[0])), random);
            Instant raised = now.minus(Duration.ofMinutes(4 + random.nextInt(2_000)));
            maker.make(EntityKind.ALERT, SampleIds.make(raised, random), Optional.of(company.id()), json -> {
                json.writeStringField("companyId", company.id().toString());
                json.writeStringField("assetId", device.id().toString());
                json.writeStringField("title", alert[2].replace("{asset}", device.name()));
                json.writeStringField("message", alert[3].replace("{asset}", device.name()));
                json.writeStringField("severity", alert[1]);
                json.writeStringField("state", AlertState.OPEN.code());
                json.writeStringField("source", "Monitoring");
                json.writeStringField("key", "check-" + (1_000 + random.nextInt(9_000)));
                json.writeNumberField("count", 1 + random.nextInt(30));
                json.writeStringField("raisedAt", wire(raised));
                json.writeStringField("lastSeenAt", wire(now.minusSeconds(20L + random.nextInt(200))));
            });
        }
    }
}
