package org.waystation.tickets.ui.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.SavedView;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.views.SavedViews;
import org.waystation.api.views.SavedViews.Offered;
import org.waystation.api.views.ViewDraft;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.widgets.AskSheet;
import org.waystation.shell.widgets.MenuChoice;

/** The views of the queue: which there are, which one is shown, and saving the present one. */
final class ViewChoice {

    private static final String LISTS = EntityKind.TICKET.code();

    private final QueueView queue;
    private final Edits edits;
    private final Executor ui;
    private @Nullable SavedViews service;
    private @Nullable LiveValue live;
    private List<Offered> offered = List.of();
    private Runnable changed = () -> {};

    ViewChoice(QueueView queue, Edits edits, Executor ui) {
        this.queue = queue;
        this.edits = edits;
        this.ui = ui;
    }

    /** Called when other views are offered. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    void use(SavedViews views) {
        close();
        service = views;
        live = views.follow(LISTS, ui, found -> {
            offered = found;
            if (!queue.isDisposed()) {
                changed.run();
            }
        });
    }

    void close() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    /** What the present query is called; empty where it has no name. */
    String name() {
        TicketQuery present = queue.query();
        if (present.filter().equals(TicketQuery.myQueue().filter())) {
            return "My queue";
        }
        return saved(present).map(found -> found.view().name()).orElse("");
    }

    private Optional<Offered> saved(TicketQuery present) {
        return offered.stream()
                .filter(each -> TicketFilter.parse(each.view().query()).equals(present.filter()))
                .findFirst();
    }

    List<MenuChoice> choices() {
        TicketQuery present = queue.query();
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(builtIn("My queue", TicketQuery.myQueue().filter(), present));
        choices.add(builtIn("All open tickets", TicketFilter.parse("status:open"), present));
        heading(choices, "Saved by you", true);
        heading(choices, "Shared by others", false);
        if (service != null) {
            choices.add(MenuChoice.heading("This view"));
            saved(present)
                    .filter(Offered::mine)
                    .ifPresentOrElse(
                            mine -> own(choices, mine),
                            () -> choices.add(
                                    MenuChoice.of("Save it…", this::save).withIcon("plus")));
        }
        return choices;
    }

    private MenuChoice builtIn(String name, TicketFilter filter, TicketQuery present) {
        return MenuChoice.of(name, () -> queue.choose(present.withFilter(filter)))
                .checkedIf(present.filter().equals(filter));
    }

    private void heading(List<MenuChoice> choices, String title, boolean mine) {
        List<Offered> those =
                offered.stream().filter(each -> each.mine() == mine).toList();
        if (!those.isEmpty()) {
            choices.add(MenuChoice.heading(title));
        }
        for (Offered each : those) {
            SavedView view = each.view();
            choices.add(MenuChoice.of(view.name(), () -> queue.choose(query(view)))
                    .withDetail(mine ? (view.shared() ? "shared" : "") : each.owner())
                    .checkedIf(TicketFilter.parse(view.query())
                            .equals(queue.query().filter())));
        }
    }

    private void own(List<MenuChoice> choices, Offered mine) {
        SavedView view = mine.view();
        choices.add(MenuChoice.of("Rename “" + view.name() + "”…", () -> rename(view))
                .withIcon("edit"));
        choices.add(MenuChoice.of(
                        "Keep its order and groups as they are now",
                        () -> change(view, draft(view.name(), view.shared())))
                .withIcon("check"));
        if (service().map(SavedViews::canBeShared).orElse(false)) {
            choices.add(MenuChoice.of(
                            view.shared() ? "Share it no more" : "Share it with colleagues",
                            () -> change(view, draft(view.name(), !view.shared())))
                    .withIcon("public"));
        }
        choices.add(MenuChoice.of(
                        "Delete it", () -> service().ifPresent(views -> edits.follow(views.delete(view.id()))))
                .withIcon("trash"));
    }

    private Optional<SavedViews> service() {
        return Optional.ofNullable(service);
    }

    private void change(SavedView view, ViewDraft draft) {
        service().ifPresent(views -> edits.follow(views.change(view.id(), draft)));
    }

    private ViewDraft draft(String name, boolean shared) {
        TicketQuery present = queue.query();
        return new ViewDraft(
                name,
                LISTS,
                present.filter().toString(),
                (present.descending() ? "-" : "") + present.sort().name(),
                present.group().map(Enum::name).orElse(""),
                shared);
    }

    /** What another version saved may name a column that there is not; then the order stays as it is. */
    private TicketQuery query(SavedView view) {
        TicketQuery present = queue.query().withFilter(TicketFilter.parse(view.query()));
        boolean descending = view.sortBy().startsWith("-");
        TicketColumn sort =
                column(descending ? view.sortBy().substring(1) : view.sortBy()).orElse(present.sort());
        return present.sortedBy(sort, descending).groupedBy(column(view.groupBy()));
    }

    private static Optional<TicketColumn> column(String name) {
        for (TicketColumn column : TicketColumn.values()) {
            if (column.name().equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Asks for a name and saves what is shown now. */
    void save() {
        ask("Save this view", "", "Save", name -> service().map(views -> views.create(draft(name, false))));
    }

    private void rename(SavedView view) {
        ask(
                "Rename the view",
                view.name(),
                "Rename",
                name -> service()
                        .map(views -> views.change(
                                view.id(),
                                new ViewDraft(
                                        name,
                                        view.lists(),
                                        view.query(),
                                        view.sortBy(),
                                        view.groupBy(),
                                        view.shared()))));
    }

    private <T> void ask(String title, String before, String word, Function<String, Optional<CompletionStage<T>>> run) {
        AskSheet sheet = new AskSheet(queue.getShell(), queue.look(), title, "What is it called?", word).text(before);
        Consumer<InvalidEditException> refused = refusal -> sheet.error(
                refusal.problem().errors().isEmpty()
                        ? refusal.problem().sentence()
                        : refusal.problem().errors().getFirst().detail());
        sheet.onSubmit(name -> run.apply(name)
                .ifPresent(stage -> edits.follow(sheet.button(), stage, kept -> sheet.close(), refused)));
        sheet.open();
    }
}
