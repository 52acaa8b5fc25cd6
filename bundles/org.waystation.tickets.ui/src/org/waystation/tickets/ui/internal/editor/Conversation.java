package org.waystation.tickets.ui.internal.editor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TicketView.Entry;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.tickets.ui.internal.Desk;

/** Messages and booked time, oldest first. What stays the same stays on screen untouched. */
final class Conversation {

    private final Desk desk;
    private final ScrollArea area;
    private final Consumer<String> follow;
    private final TextLine nothing;
    private final Map<UUID, Control> shown = new LinkedHashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private Optional<TicketView> last = Optional.empty();
    private boolean first = true;

    /** What is shown, when it happened, and how to show it. */
    private record Item(UUID id, Instant at, Supplier<Control> make, Consumer<Control> fill) {}

    Conversation(Composite parent, Desk desk, Consumer<String> follow) {
        this.desk = desk;
        this.follow = follow;
        area = new ScrollArea(parent, desk.look(), Tone.EDITOR);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 20;
        layout.marginHeight = 0;
        layout.marginBottom = 12;
        layout.verticalSpacing = 12;
        area.content().setLayout(layout);
        nothing = new TextLine(area.content(), desk.look(), TextStyle.BODY, Tone.DIM).text("Nothing was said yet.");
        nothing.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    /** Who is called what, once that is known. */
    void name(List<User> users) {
        users.forEach(user -> names.put(user.id(), user.name()));
        last.ifPresent(this::show);
    }

    ScrollArea control() {
        return area;
    }

    void show(TicketView view) {
        last = Optional.of(view);
        List<Item> items = items(view);
        Set<UUID> kept = new HashSet<>();
        Control above = null;
        for (Item item : items) {
            kept.add(item.id());
            Control control =
                    shown.computeIfAbsent(item.id(), id -> placed(item.make().get()));
            item.fill().accept(control);
            if (above != null) {
                control.moveBelow(above);
            }
            above = control;
        }
        shown.entrySet().removeIf(entry -> {
            boolean gone = !kept.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        nothing.setVisible(items.isEmpty());
        ((GridData) nothing.getLayoutData()).exclude = !items.isEmpty();
        if (first) {
            first = false;
            area.toEnd();
        } else {
            area.refresh();
        }
    }

    private List<Item> items(TicketView view) {
        List<Item> items = new ArrayList<>();
        for (Entry<Note> entry : view.conversation()) {
            Instant at = entry.value().createdAt().orElse(Instant.MAX);
            items.add(new Item(
                    entry.value().id(),
                    at,
                    () -> new NoteCard(area.content(), desk.look(), desk.times(), follow),
                    control -> ((NoteCard) control).show(entry)));
        }
        for (Entry<TimeEntry> entry : view.timeEntries()) {
            Instant at = entry.value().startedAt().orElse(Instant.MAX);
            items.add(new Item(
                    entry.value().id(),
                    at,
                    () -> new TimeLine(area.content(), desk.look(), desk.times()),
                    control -> ((TimeLine) control).show(entry, booker(entry.value()))));
        }
        items.sort(Comparator.comparing(Item::at));
        return items;
    }

    private String booker(TimeEntry entry) {
        return entry.userId().map(names::get).orElse("");
    }

    private static Control placed(Control control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return control;
    }
}
