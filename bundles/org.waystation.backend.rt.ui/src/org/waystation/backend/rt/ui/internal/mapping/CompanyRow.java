package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** A company in the table of companies: its controls stand in the table's own grid. */
final class CompanyRow {

    static final int COLUMNS = 7;

    /** Of a company in two lines: name, domains, queues and address; agreement, its kind, and what takes it away. */
    static final int NARROW_COLUMNS = 4;

    private static final int BOX = 96;
    private static final int CHOICE = 110;
    private static final int ADDRESS = 150;
    private static final int APART = 8;

    private final Look look;
    private final Composite table;
    private final String id;
    private final Runnable changed;
    private final TextBox name;
    private final TextBox domains;
    private final Marked<FlatButton> queues;
    private final TextBox contact;
    private final TextBox agreement;
    private final Marked<Choice<String>> kind;
    private final FlatButton remove;
    private List<String> offered = List.of();
    private List<String> chosen = List.of();

    CompanyRow(Composite table, Look look, int number, Runnable changed, Runnable removed) {
        this.look = look;
        this.table = table;
        this.id = "waystation.rt.company." + number + ".";
        this.changed = changed;
        name = box("Company", "name", "Name");
        domains = box("Domains", "domains", "acme.example");
        queues = new Marked<>(table, look, parent -> new FlatButton(parent, look, FlatButton.Kind.PLAIN));
        queues.control().menu(this::choices);
        WidgetId.set(queues.control(), id + "queues");
        width(queues, CHOICE);
        contact = box("Address for new tickets", "contact", "support@acme.example");
        agreement = box("Agreement", "agreement", "No agreement");
        kind = new Marked<>(
                table,
                look,
                parent -> new Choice<>(
                        parent,
                        look,
                        Rows.ground(parent),
                        "Kind of agreement",
                        Words.with(List.of(""), Words.AGREEMENT_KINDS),
                        Words::agreement));
        kind.control().onChange(one -> changed.run());
        WidgetId.set(kind.control(), id + "kind");
        width(kind, CHOICE);
        remove = WidgetId.set(
                new FlatButton(table, look, FlatButton.Kind.QUIET)
                        .icon("close")
                        .name("Take this company away")
                        .onPress(removed),
                id + "remove");
        remove.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
    }

    /** Another place for each field; the grid gets other columns as well. */
    void narrow(boolean narrow) {
        for (Control each : List.of(name, domains, queues, contact)) {
            ((GridData) each.getLayoutData()).verticalIndent = narrow ? APART : 0;
        }
        ((GridData) contact.getLayoutData()).widthHint = narrow ? ADDRESS : BOX;
        last(remove, narrow);
    }

    /** The last one of a line in the grid. */
    static void last(Control control, boolean narrow) {
        ((GridData) control.getLayoutData()).horizontalSpan = narrow ? 2 : 1;
    }

    private TextBox box(String what, String field, String placeholder) {
        TextBox box = new TextBox(table, look, Rows.ground(table), what, 1).placeholder(placeholder);
        width(box, BOX);
        box.onChange(changed);
        WidgetId.set(box.control(), id + field);
        return box;
    }

    private static void width(Control control, int width) {
        GridData data = Rows.across();
        data.widthHint = width;
        control.setLayoutData(data);
    }

    void show(Company company, List<String> allQueues) {
        offered = allQueues;
        chosen = company.queues();
        name.text(company.name());
        domains.text(String.join(", ", company.domains()));
        contact.text(company.contact());
        agreement.text(company.agreement());
        kind.control()
                .options(Words.with(Words.with(List.of(""), Words.AGREEMENT_KINDS), List.of(company.agreementKind())));
        kind.control().value(company.agreementKind());
        showQueues();
    }

    private void showQueues() {
        String text = chosen.isEmpty() ? "Any" : chosen.size() == 1 ? chosen.getFirst() : chosen.size() + " queues";
        queues.control().text(text).name("Its own queues: " + (chosen.isEmpty() ? "none" : String.join(", ", chosen)));
    }

    private List<MenuChoice> choices() {
        return offered.stream()
                .map(queue -> MenuChoice.of(queue, () -> turn(queue)).checkedIf(chosen.contains(queue)))
                .toList();
    }

    private void turn(String queue) {
        List<String> now = new ArrayList<>(chosen);
        if (!now.remove(queue)) {
            now.add(queue);
        }
        chosen = List.copyOf(now);
        showQueues();
        changed.run();
    }

    Company company() {
        return new Company(
                name.text().strip(),
                Arrays.stream(domains.text().split("[,;\\s]+"))
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .distinct()
                        .toList(),
                chosen,
                contact.text().strip(),
                agreement.text().strip(),
                kind.control().value().orElse(""));
    }

    /** Whether nobody has typed anything into it yet. */
    boolean isFresh() {
        Company now = company();
        return now.name().isEmpty()
                && now.domains().isEmpty()
                && now.contact().isEmpty()
                && now.agreement().isEmpty();
    }

    void quiet() {
        complain(Place.COMPANY_NAME, "");
        complain(Place.COMPANY_DOMAINS, "");
        complain(Place.COMPANY_QUEUES, "");
        complain(Place.COMPANY_CONTACT, "");
        complain(Place.COMPANY_AGREEMENT, "");
    }

    /** Says what is wrong with a field; returns the control that sets it right. */
    Control complain(Place place, String sentence) {
        return switch (place) {
            case COMPANY_DOMAINS -> say(domains, sentence);
            case COMPANY_CONTACT -> say(contact, sentence);
            case COMPANY_QUEUES -> {
                queues.error(sentence);
                yield queues;
            }
            case COMPANY_AGREEMENT -> {
                boolean unnamed = agreement.text().isBlank();
                kind.error(unnamed ? "" : sentence);
                agreement.error(unnamed ? sentence : "");
                yield unnamed ? agreement : kind;
            }
            default -> say(name, sentence);
        };
    }

    private static Control say(TextBox box, String sentence) {
        box.error(sentence);
        return box;
    }

    void focus() {
        name.setFocus();
    }

    void dispose() {
        for (Control each : List.of(name, domains, queues, contact, agreement, kind, remove)) {
            each.dispose();
        }
    }
}
