package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** The companies, how they are told apart, and what was agreed with each. */
final class CompaniesCard extends FormCard {

    /** So many have controls at a time; whoever has more asks for the next ones. */
    private static final int SHOWN = 40;

    private static final Company NEW = new Company("", List.of(), List.of(), "", "", "");

    private final Look look;
    private final Changes changes;
    private final Choice<CompanyBy> by;
    private final Panel fieldArea;
    private final Marked<Choice<String>> field;
    private final Panel table;
    private final WrappedText lacking;
    private final FlatButton more;
    private final List<CompanyRow> rows = new ArrayList<>();
    private @Nullable Control corner;
    private boolean narrow;
    private List<Company> hidden = List.of();
    private List<String> queues = List.of();

    /** What the card tells of. */
    interface Changes {

        /** Some field has another value. */
        void changed();

        /** Called before a company comes or goes. */
        void aboutToChange();
    }

    CompaniesCard(Composite parent, Look look, Changes changes) {
        super(parent, look, "Companies");
        this.look = look;
        this.changes = changes;
        Rows.text(
                this,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                "Request Tracker knows no companies, so they are named here. A ticket made here is asked for by the "
                        + "company's address; its own queue, where it has one, takes the ticket.");
        Panel how = Rows.group(this, look, 2, 8);
        Rows.label(how, look, "Told apart by");
        by = new Choice<>(how, look, tone(), "Told apart by", List.of(CompanyBy.values()), CompaniesCard::words);
        by.onChange(chosen -> {
            Rows.shown(fieldArea(), chosen == CompanyBy.FIELD);
            changes.changed();
        });
        WidgetId.set(by, "waystation.rt.companyBy");
        fieldArea = Rows.group(this, look, 2, 8);
        field = choice(fieldArea, "Field with its name", "Field", "companyField", changes::changed);
        table = new Panel(this, look, tone());
        table.setLayout(Rows.grid(CompanyRow.COLUMNS, 0, 6));
        table.setLayoutData(Rows.across());
        lacking = Rows.text(this, look, TextStyle.SMALL, Tone.BAD, "");
        Panel buttons = Rows.group(this, look, 2, 8);
        WidgetId.set(new FlatButton(buttons, look, FlatButton.Kind.PLAIN), "waystation.rt.company.add")
                .text("Add a company")
                .icon("plus")
                .onPress(() -> add(NEW));
        more = WidgetId.set(new FlatButton(buttons, look, FlatButton.Kind.QUIET), "waystation.rt.company.more")
                .onPress(this::more);
        more.setLayoutData(new GridData());
    }

    private Panel fieldArea() {
        return fieldArea;
    }

    private static String words(CompanyBy by) {
        return switch (by) {
            case DOMAIN -> "Domain of the requestor's address";
            case QUEUE -> "Queue";
            case FIELD -> "Custom field of the ticket";
        };
    }

    void show(RtMapping mapping, Offered offered) {
        queues = offered.queues();
        by.value(mapping.companyBy());
        fill(field, offered.ticketFields(), mapping.companyField());
        Rows.shown(fieldArea, mapping.companyBy() == CompanyBy.FIELD);
        fill(mapping.companies(), SHOWN);
    }

    private void fill(List<Company> companies, int most) {
        int shown = Math.min(most, companies.size());
        hidden = List.copyOf(companies.subList(shown, companies.size()));
        while (rows.size() > shown) {
            rows.removeLast().dispose();
        }
        for (int i = 0; i < shown; i++) {
            if (i == rows.size()) {
                row();
            }
            rows.get(i).show(companies.get(i), queues);
            rows.get(i).quiet();
        }
        Rows.shown(table, shown > 0);
        more.text(hidden.size() + " more…");
        Rows.shown(more, !hidden.isEmpty());
        requestLayout();
    }

    private void row() {
        if (rows.isEmpty()) {
            Rows.clear(table);
            for (String head :
                    List.of("Company", "Domains", "Own queues", "Address for new tickets", "Agreement", "Kind")) {
                Rows.head(table, look, head);
            }
            corner = Rows.blank(table, look);
        }
        CompanyRow[] made = new CompanyRow[1];
        made[0] = new CompanyRow(table, look, rows.size(), changes::changed, () -> remove(made[0]));
        rows.add(made[0]);
        arrange();
    }

    /** Two lines for each company where there is little room from side to side. */
    void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            arrange();
        }
    }

    private void arrange() {
        ((GridLayout) table.getLayout()).numColumns = narrow ? CompanyRow.NARROW_COLUMNS : CompanyRow.COLUMNS;
        if (corner != null) {
            CompanyRow.last(corner, narrow);
        }
        rows.forEach(row -> row.narrow(narrow));
        table.requestLayout();
    }

    /** Adds a company and leads to it. */
    void add(Company company) {
        changes.aboutToChange();
        List<Company> all = new ArrayList<>(companies());
        all.add(rows.size(), company);
        fill(all, rows.size() + 1);
        changes.changed();
        rows.getLast().focus();
    }

    private void remove(CompanyRow row) {
        changes.aboutToChange();
        int at = rows.indexOf(row);
        List<Company> all = new ArrayList<>(companies());
        all.remove(at);
        fill(all, Math.max(SHOWN, rows.size() - 1));
        changes.changed();
        if (!rows.isEmpty()) {
            rows.get(Math.min(at, rows.size() - 1)).focus();
        }
    }

    private void more() {
        int first = rows.size();
        fill(companies(), first + SHOWN);
        changes.changed();
        rows.get(first).focus();
    }

    CompanyBy by() {
        return by.value().orElse(CompanyBy.DOMAIN);
    }

    String field() {
        return chosen(field);
    }

    List<Company> companies() {
        List<Company> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.company()));
        all.addAll(hidden);
        return all;
    }

    void quiet() {
        rows.forEach(CompanyRow::quiet);
        field.error("");
        say("");
    }

    private void say(String sentence) {
        lacking.text(sentence);
        Rows.shown(lacking, !sentence.isEmpty());
    }

    /** Whether a complaint is about something that somebody has only begun to type. */
    boolean isFresh(MappingComplaint complaint) {
        return complaint.row() < rows.size() && rows.get(complaint.row()).isFresh();
    }

    /** Says what is wrong with a field; returns the control that sets it right. */
    Control complain(MappingComplaint complaint) {
        if (complaint.place() == Place.COMPANY_FIELD) {
            field.error(complaint.sentence());
            return field;
        }
        if (complaint.place() == Place.COMPANIES || complaint.place() == Place.MARKER) {
            say(complaint.sentence());
            return this;
        }
        if (complaint.row() >= rows.size()) {
            fill(companies(), complaint.row() + 1);
        }
        return rows.get(complaint.row()).complain(complaint.place(), complaint.sentence());
    }
}
