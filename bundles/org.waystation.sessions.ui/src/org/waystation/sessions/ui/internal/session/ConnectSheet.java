package org.waystation.sessions.ui.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.domain.SessionProtocol;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionPlan;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionService;
import org.waystation.api.session.SessionService.ProtocolName;
import org.waystation.api.session.SessionService.TicketName;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.vault.Credential;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;

/** Starts a session: where to, as whom, through which machine. What is known is filled in, so Enter is often enough. */
public final class ConnectSheet {

    private static final int WIDTH = 560;
    private static final Pick ASK = new Pick(Optional.empty(), "Ask when needed");

    private final SessionDesk desk;
    private final Sheet sheet;
    private final TextLine about;
    private final Choice<SessionPlan.Choice> machine;
    private final Choice<ProtocolName> protocol;
    private final Panel purpose;
    private final Choice<Optional<TicketName>> ticket;
    private final TextBox host;
    private final TextBox port;
    private final TextBox user;
    private final Choice<Pick> credential;
    private final TextBox jump;
    private final Toggle recorded;
    private Optional<SessionPlan> plan = Optional.empty();
    private Optional<UUID> wanted = Optional.empty();

    /** A credential to choose, or none. */
    private record Pick(Optional<UUID> id, String label) {}

    /** @param record what it is started from; empty for a free one */
    public ConnectSheet(Shell parent, SessionDesk desk, Optional<RecordRef> record) {
        this.desk = desk;
        Look look = desk.look();
        sheet = new Sheet(parent, look, "New remote session");
        Panel panel = sheet.body();
        about = Columns.fill(new TextLine(panel, look, TextStyle.SMALL, Tone.DIM).text("For no company"));
        Panel first = row(panel, 4);
        machine = new Choice<>(first, look, Tone.PANEL, "Machine", List.of(), SessionPlan.Choice::name);
        machine.onChange(this::fill);
        machine.setLayoutData(new GridData());
        Columns.show(machine, false);
        protocol = new Choice<>(
                first, look, Tone.PANEL, "Protocol", desk.sessions().protocols(), ProtocolName::label);
        protocol.onChange(this::portOf);
        WidgetId.set(protocol, "waystation.connect.protocol");
        usual().ifPresent(protocol::value);
        purpose = row(panel, 2);
        new TextLine(purpose, look, TextStyle.BODY, Tone.DIM).text("For the ticket");
        ticket = Columns.fill(new Choice<>(purpose, look, Tone.PANEL, "Ticket", List.of(), ConnectSheet::label));
        WidgetId.set(ticket, "waystation.connect.ticket");
        Columns.show(purpose, false);
        Panel place = row(panel, 2);
        host = Columns.fill(new TextBox(place, look, Tone.PANEL, "Host", 1).placeholder("Host name or address"));
        WidgetId.set(host.control(), "waystation.connect.host");
        port = new TextBox(place, look, Tone.PANEL, "Port", 1);
        GridData narrow = new GridData(SWT.LEFT, SWT.TOP, false, false);
        narrow.widthHint = 90;
        port.setLayoutData(narrow);
        port.text(protocol.value().map(p -> String.valueOf(p.defaultPort())).orElse(""));
        WidgetId.set(port.control(), "waystation.connect.port");
        Panel who = row(panel, 2);
        user = Columns.fill(
                new TextBox(who, look, Tone.PANEL, "User", 1).placeholder("User; empty for the credential's"));
        WidgetId.set(user.control(), "waystation.connect.user");
        credential = new Choice<>(who, look, Tone.PANEL, "Credential", List.of(ASK), Pick::label);
        credential.value(ASK);
        WidgetId.set(credential, "waystation.connect.credential");
        jump = Columns.fill(new TextBox(panel, look, Tone.PANEL, "Jump host", 1)
                .placeholder("Through another machine: user@host:port; may be left empty"));
        WidgetId.set(jump.control(), "waystation.connect.jump");
        recorded = new Toggle(panel, look, "Record what the machine prints, encrypted, on this machine").on(true);
        Foot foot = sheet.foot();
        foot.hint().text("The host's key is checked first.");
        WidgetId.set(foot.action().text("Connect").keys("⏎").onPress(this::start), "waystation.connect.start");
        for (TextBox box : List.of(host, port, user, jump)) {
            box.onSubmit(this::start);
            box.onChange(() -> box.error(""));
        }
        record.ifPresent(ref -> desk.follow(desk.sessions().plan(ref), this::show, reason -> about.text(reason)));
        record.ifPresent(
                ref -> desk.follow(desk.sessions().ticketsFor(ref), this::offerTickets, reason -> about.text(reason)));
        if (record.isEmpty()) {
            offerCredentials(Optional.empty());
        }
    }

    /** SSH wherever it is there: a protocol that a plug-in brings is chosen, never met by surprise. */
    private Optional<ProtocolName> usual() {
        List<ProtocolName> there = protocol.options();
        return there.stream()
                .filter(each -> each.id().equals(SessionProtocol.SSH.code()))
                .findFirst()
                .or(() -> there.stream().findFirst());
    }

    private void portOf(ProtocolName chosen) {
        port.text(String.valueOf(chosen.defaultPort()));
    }

    private Panel row(Composite panel, int columns) {
        Panel row = Columns.fill(new Panel(panel, desk.look(), Tone.PANEL));
        row.setLayout(Columns.of(columns, 0, 0, 8));
        return row;
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        sheet.open(WIDTH);
        host.setFocus();
        host.selectAll();
    }

    private void show(SessionPlan known) {
        if (sheet.isDisposed()) {
            return;
        }
        plan = Optional.of(known);
        String ticket = known.ticketTitle().isEmpty() ? "" : "  ·  " + known.ticketTitle();
        about.text(known.companyName() + ticket);
        machine.options(known.assets());
        Columns.show(machine, known.assets().size() > 1);
        if (known.assets().size() == 1) {
            machine.value(known.assets().getFirst());
            fill(known.assets().getFirst());
        }
        offerCredentials(known.companyId());
        sheet.fit();
    }

    private void fill(SessionPlan.Choice chosen) {
        if (chosen.lastTarget().isPresent()) {
            SessionTarget target = chosen.lastTarget().get();
            protocol.options().stream()
                    .filter(each -> each.id().equals(target.protocol()))
                    .findFirst()
                    .ifPresent(protocol::value);
            host.text(target.host());
            port.text(String.valueOf(target.port()));
            user.text(target.user());
            wanted = target.credentialId();
            jump.text(target.jump()
                    .map(t -> (t.user().isEmpty() ? "" : t.user() + "@") + t.address())
                    .orElse(""));
            credential.options().stream()
                    .filter(p -> p.id().equals(wanted))
                    .findFirst()
                    .ifPresent(credential::value);
        } else {
            Address address = Address.of(chosen.address());
            host.text(address.host());
            address.port().ifPresent(number -> port.text(String.valueOf(number)));
        }
        host.selectAll();
    }

    private static String label(Optional<TicketName> ticket) {
        return ticket.map(TicketName::title).orElse("None");
    }

    /** The only one that the technician has is what it is for, as long as nothing else is chosen. */
    private void offerTickets(List<TicketName> found) {
        if (sheet.isDisposed() || found.isEmpty()) {
            return;
        }
        List<Optional<TicketName>> options = new ArrayList<>(List.of(Optional.empty()));
        found.forEach(each -> options.add(Optional.of(each)));
        ticket.options(options);
        List<TicketName> own = found.stream().filter(TicketName::mine).toList();
        ticket.value(own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty());
        Columns.show(purpose, true);
        sheet.fit();
    }

    private void offerCredentials(Optional<UUID> company) {
        desk.follow(desk.vault().list(company), found -> offer(found, company), reason -> about.text(reason));
    }

    private void offer(List<Credential> found, Optional<UUID> company) {
        if (sheet.isDisposed()) {
            return;
        }
        List<Pick> picks = new ArrayList<>(List.of(ASK));
        for (Credential each : found) {
            if (each.companyId().isEmpty() || each.companyId().equals(company)) {
                picks.add(new Pick(Optional.of(each.id()), each.name()));
            }
        }
        credential.options(picks);
        credential.value(
                picks.stream().filter(p -> p.id().equals(wanted)).findFirst().orElse(ASK));
        sheet.fit();
    }

    private void start() {
        Optional<SessionTarget> through = Optional.empty();
        String id = protocol.value().map(ProtocolName::id).orElse("");
        if (id.isEmpty()) {
            host.error("No plug-in here knows a session protocol.");
            return;
        }
        if (!jump.text().isBlank()) {
            Address address = Address.of(jump.text());
            try {
                through = Optional.of(new SessionTarget(
                        id,
                        address.host(),
                        address.port().orElse(protocol.value().get().defaultPort()),
                        address.user(),
                        Optional.empty(),
                        Optional.empty()));
            } catch (IllegalArgumentException e) {
                refuse(jump, e);
                return;
            }
        }
        try {
            SessionTarget target = new SessionTarget(
                    id,
                    host.text().strip(),
                    Address.number(port.text()),
                    user.text().strip(),
                    credential.value().flatMap(Pick::id),
                    through);
            begin(target);
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()).startsWith("port") ? port : host, e);
        }
    }

    private void refuse(TextBox box, IllegalArgumentException reason) {
        String message = String.valueOf(reason.getMessage());
        box.error(message.substring(message.indexOf(':') + 1).strip());
        box.setFocus();
        sheet.fit();
    }

    private void begin(SessionTarget target) {
        Optional<SessionPlan.Choice> chosen = machine.value();
        String title = chosen.map(SessionPlan.Choice::name).orElse(target.host());
        RemoteSession session = desk.sessions()
                .start(new SessionRequest(
                        title,
                        target,
                        plan.flatMap(SessionPlan::companyId),
                        chosen.map(SessionPlan.Choice::assetId),
                        plan.flatMap(SessionPlan::ticketId)
                                .or(() -> ticket.value()
                                        .flatMap(chosenTicket -> chosenTicket)
                                        .map(TicketName::id)),
                        recorded.on()));
        sheet.close();
        desk.open(new RecordRef(SessionService.KIND, session.id()));
    }
}
