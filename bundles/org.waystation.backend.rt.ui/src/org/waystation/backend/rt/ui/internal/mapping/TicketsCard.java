package org.waystation.backend.rt.ui.internal.mapping;

import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** What a ticket's queue, status and number of priority mean. */
final class TicketsCard extends FormCard {

    private final Marked<Choice<String>> defaultQueue;
    private final Choice<String> typeField;
    private final QueueRows queues;
    private final WordRows statusIn;
    private final WordRows statusOut;
    private final PriorityRow priorities;

    TicketsCard(Composite parent, Look look, Runnable changed) {
        super(parent, look, "Tickets");
        Panel where = Rows.group(this, look, 2, 8);
        defaultQueue = choice(where, "New tickets go to", "Queue", "defaultQueue", changed);
        Rows.label(where, look, "Their type stands in");
        typeField = new Choice<>(
                where, look, tone(), "Type stands in", List.of(), name -> name.isEmpty() ? "The queue" : name);
        typeField.onChange(chosen -> changed.run());
        WidgetId.set(typeField, "waystation.rt.typeField");
        queues = new QueueRows(this, look, changed);
        hint("A status there means here");
        statusIn = meanings("statusIn", changed);
        hint("A status here becomes there");
        statusOut = becomes("statusOut", Words::label, "Not used there", changed);
        hint("Request Tracker counts priorities. A ticket is of the first of these whose number it reaches.");
        priorities = new PriorityRow(this, look, changed);
    }

    void show(RtMapping mapping, Offered offered) {
        fill(defaultQueue, offered.queues(), mapping.defaultQueue());
        typeField.options(Words.with(List.of(""), offered.ticketFields()));
        typeField.value(mapping.typeField());
        queues.show(offered.queues(), mapping.queues());
        statusIn.show(
                offered.statuses(),
                mapping.statusIn(),
                Words.with(Words.STATUSES, mapping.statusIn().values()));
        statusOut.show(
                Words.with(Words.STATUSES, mapping.statusOut().keySet()),
                mapping.statusOut(),
                Words.with(List.of(""), offered.statuses()));
        priorities.show(mapping.priorities());
    }

    String defaultQueue() {
        return chosen(defaultQueue);
    }

    String typeField() {
        return typeField.value().orElse("");
    }

    List<RtMapping.Queue> queues() {
        return queues.queues();
    }

    Map<String, String> statusIn() {
        return statusIn.meanings();
    }

    Map<String, String> statusOut() {
        return statusOut.meanings();
    }

    Map<String, Integer> priorities() {
        return priorities.least();
    }

    void quiet() {
        defaultQueue.error("");
        for (int row = 0; row < 4; row++) {
            priorities.box(row).error("");
        }
    }

    Control complain(MappingComplaint complaint) {
        if (complaint.place() == Place.PRIORITY) {
            TextBox box = priorities.box(complaint.row());
            box.error(complaint.sentence());
            return box;
        }
        defaultQueue.error(complaint.sentence());
        return defaultQueue;
    }
}
