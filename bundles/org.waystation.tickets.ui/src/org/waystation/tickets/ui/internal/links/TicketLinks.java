package org.waystation.tickets.ui.internal.links;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetService;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.User;
import org.waystation.api.live.TypedFilter;
import org.waystation.api.record.RecordActions;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.api.tickets.TicketRow;
import org.waystation.api.tickets.TicketView;
import org.waystation.shell.widgets.AskSheet;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PickSheet;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;

/** What a ticket can be linked with and marked by, as a menu and as sheets to choose from. */
public final class TicketLinks {

    private static final int MOST = 60;

    private final Desk desk;
    private final Shell shell;

    /** @param shell over which the sheets are shown */
    public TicketLinks(Desk desk, Shell shell) {
        this.desk = desk;
        this.shell = shell;
    }

    /**
     * Everything that can be added to a ticket.
     *
     * @param users who may watch it
     */
    public List<MenuChoice> choices(TicketView view, List<User> users, List<UUID> watchers) {
        UUID ticket = view.ticket().id();
        List<MenuChoice> choices = new ArrayList<>();
        desk.services()
                .assets()
                .ifPresent(assets -> choices.add(
                        MenuChoice.of(view.asset().isPresent() ? "Another asset…" : "An asset…", () -> pickAsset(view))
                                .withIcon("asset")));
        choices.add(MenuChoice.of("Another ticket…", () -> pickTicket(ticket, LinkType.RELATES_TO))
                .withIcon("ticket"));
        RecordActions may = view.actions();
        group(
                choices,
                "Another ticket that this one",
                LinkType.KNOWN.stream()
                        .filter(type -> !type.equals(LinkType.RELATES_TO) && may.mayChange("links:" + type.code()))
                        .map(type -> MenuChoice.of(Words.link(type) + "…", () -> pickTicket(ticket, type))
                                .withIcon("link"))
                        .toList());
        List<MenuChoice> added = new ArrayList<>();
        if (may.mayChange("checklist")) {
            added.add(MenuChoice.of("A step to the checklist…", () -> askStep(ticket))
                    .withIcon("check"));
        }
        if (may.mayChange("tags")) {
            added.add(MenuChoice.of("A tag…", () -> askTag(ticket)).withIcon("group"));
        }
        group(choices, "Add", added);
        choices.add(MenuChoice.heading("Who watches it"));
        for (User user : users) {
            if (!user.system()) {
                boolean watches = watchers.contains(user.id());
                choices.add(MenuChoice.of(user.name(), () -> edit(ticket, new TicketEdit.Watcher(user.id(), !watches)))
                        .withIcon("user")
                        .withDetail(watches ? "watches" : ""));
            }
        }
        return choices;
    }

    /** A heading over nothing is left out. */
    private static void group(List<MenuChoice> choices, String heading, List<MenuChoice> group) {
        if (!group.isEmpty()) {
            choices.add(MenuChoice.heading(heading));
            choices.addAll(group);
        }
    }

    /** Lets an asset of the ticket's company be chosen. */
    public void pickAsset(TicketView view) {
        UUID ticket = view.ticket().id();
        String company = view.company().map(Company::name).orElse("");
        new PickSheet<AssetRow>(
                        shell,
                        desk.look(),
                        desk.ui(),
                        "Link an asset",
                        "Name, serial, maker… of " + (company.isEmpty() ? "any company" : company),
                        text -> assets(company, text),
                        row -> new PickSheet.Line(
                                "asset",
                                row.asset().name(),
                                row.asset().kind().label() + (row.siteName().isEmpty() ? "" : " · " + row.siteName())))
                .onPick(row -> edit(ticket, new TicketEdit.OnAsset(Optional.of(row.id()))))
                .open();
    }

    private CompletionStage<List<AssetRow>> assets(String company, String text) {
        Optional<AssetService> assets = desk.services().assets();
        if (assets.isEmpty()) {
            return CompletableFuture.completedStage(List.of());
        }
        List<TypedFilter.Token> tokens =
                company.isEmpty() ? List.of() : List.of(new TypedFilter.Token("company", company));
        TypedFilter filter = new TypedFilter(tokens, AssetQuery.filter(text).words());
        AssetQuery query = new AssetQuery(filter, AssetColumn.NAME, false, Optional.empty(), LocalDate.now());
        return assets.get().all(query).thenApply(rows -> rows.subList(0, Math.min(MOST, rows.size())));
    }

    /** Lets another ticket of the same company be chosen. */
    public void pickTicket(UUID ticket, LinkType type) {
        new PickSheet<TicketRow>(
                        shell,
                        desk.look(),
                        desk.ui(),
                        type.equals(LinkType.RELATES_TO) ? "Link a ticket" : "This ticket " + Words.link(type) + "…",
                        "Number or words of the subject",
                        text -> desk.services().details().linkable(ticket, text, MOST),
                        row -> new PickSheet.Line(
                                "ticket",
                                row.number().map(number -> number + "  ").orElse("") + row.subject(),
                                row.status().label()))
                .onPick(row -> edit(ticket, new TicketEdit.Link(type, row.id(), true)))
                .open();
    }

    public void askStep(UUID ticket) {
        ask("Add a step", "What has to be done?", text -> new TicketEdit.NewStep(text), ticket);
    }

    public void askTag(UUID ticket) {
        ask("Add a tag", "A word to find it by", text -> new TicketEdit.Tag(text, true), ticket);
    }

    private void ask(String title, String placeholder, Function<String, TicketEdit> edit, UUID ticket) {
        AskSheet sheet = new AskSheet(shell, desk.look(), title, placeholder, "Add");
        sheet.onSubmit(text -> desk.edits()
                .follow(
                        desk.services().details().edit(ticket, edit.apply(text)),
                        kept -> sheet.close(),
                        refusal -> sheet.error(detail(refusal))));
        sheet.open();
    }

    private static String detail(InvalidEditException refusal) {
        return refusal.problem().errors().isEmpty()
                ? refusal.problem().sentence()
                : refusal.problem().errors().getFirst().detail();
    }

    /** Makes an edit; a refusal is told. */
    public void edit(UUID ticket, TicketEdit edit) {
        desk.edits().follow(desk.services().details().edit(ticket, edit));
    }
}
