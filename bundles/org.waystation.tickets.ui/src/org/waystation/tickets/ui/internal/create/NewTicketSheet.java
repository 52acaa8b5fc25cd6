package org.waystation.tickets.ui.internal.create;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.TicketType;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.EditRules;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;

/** A sheet over the window for a new ticket. Tab goes through it, Ctrl+Enter makes the ticket, Escape leaves. */
public final class NewTicketSheet {

    private static final int WIDTH = 620;

    private final Desk desk;
    private final Optional<UUID> me;
    private final Consumer<UUID> made;
    private final EditRules rules = new EditRules();
    private final Shell shell;
    private final TextBox subject;
    private final TextBox description;
    private final TextLine companyError;
    private final FlatButton create;
    private Choice<Company> company;
    private Choice<TicketType> type;
    private Choice<Origin> origin;
    private Choice<Priority> priority;
    private Toggle mine;

    /**
     * @param me the signed-in technician; empty where nobody was ever signed in here
     * @param made called with the id of the new ticket
     */
    public NewTicketSheet(Shell owner, Desk desk, Optional<UUID> me, Consumer<UUID> made) {
        this.desk = desk;
        this.me = me;
        this.made = made;
        Look look = desk.look();
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText("New ticket");
        shell.setBackground(look.color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, look, Tone.PANEL);
        panel.setLayout(column());
        new TextLine(panel, look, TextStyle.TITLE, Tone.TEXT).text("New ticket").setLayoutData(fill());
        subject = new TextBox(panel, look, Tone.PANEL, "Subject", 1)
                .placeholder("What is it about?")
                .onSubmit(this::create);
        subject.setLayoutData(fill());
        WidgetId.set(subject.control(), "waystation.newTicket.subject");
        subject.onChange(() -> subject.error(""));
        choices(panel);
        companyError = new TextLine(panel, look, TextStyle.SMALL, Tone.BAD);
        companyError.setLayoutData(fill());
        showCompanyError("");
        description = new TextBox(panel, look, Tone.PANEL, "First note", 6)
                .placeholder("What happened, what was said. Markdown works; may be left empty.")
                .onSubmit(this::create);
        description.setLayoutData(fill());
        WidgetId.set(description.control(), "waystation.newTicket.description");
        create = buttons(panel);
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                shell.close();
            }
        });
        desk.edits().follow(desk.tickets().companies(), this::offer, refused -> {});
    }

    private static GridLayout column() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 20;
        layout.marginHeight = 16;
        layout.verticalSpacing = 12;
        return layout;
    }

    private static GridData fill() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false);
    }

    private void choices(Composite panel) {
        Look look = desk.look();
        Panel row = row(panel, 5);
        company = new Choice<>(row, look, Tone.PANEL, "Company", List.<Company>of(), Company::name);
        company.onChange(chosen -> showCompanyError(""));
        WidgetId.set(company, "waystation.newTicket.company");
        type = new Choice<>(row, look, Tone.PANEL, "Type", TicketType.KNOWN, Term::label);
        type.value(TicketType.INCIDENT);
        origin = new Choice<>(row, look, Tone.PANEL, "Origin", Origin.KNOWN, Term::label);
        origin.value(Origin.REACTIVE);
        priority = new Choice<>(row, look, Tone.PANEL, "Priority", Priority.KNOWN, Words::priority);
        priority.value(Priority.P3);
        mine = new Toggle(row, look, "Mine").on(me.isPresent());
        mine.setEnabled(me.isPresent());
    }

    private FlatButton buttons(Composite panel) {
        Look look = desk.look();
        Panel row = row(panel, 3);
        TextLine space = new TextLine(row, look, TextStyle.SMALL, Tone.DIM).text("Kept on this machine at once.");
        space.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(row, look, FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        FlatButton button = new FlatButton(row, look, FlatButton.Kind.PRIMARY)
                .text("Create")
                .keys("Ctrl ⏎")
                .onPress(this::create);
        return WidgetId.set(button, "waystation.newTicket.create");
    }

    private Panel row(Composite panel, int columns) {
        Panel row = new Panel(panel, desk.look(), Tone.PANEL);
        row.setLayoutData(fill());
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        row.setLayout(layout);
        return row;
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        Point size = shell.computeSize(width, SWT.DEFAULT);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, size.y);
        shell.open();
        subject.setFocus();
    }

    private void offer(List<Company> companies) {
        if (!shell.isDisposed()) {
            company.options(companies);
            if (companies.size() == 1) {
                company.value(companies.getFirst());
            }
        }
    }

    private void create() {
        subject.error(rules.subject(subject.text()).map(FieldError::detail).orElse(""));
        showCompanyError(company.value().isEmpty() ? "Choose the company it is for." : "");
        fit();
        if (!subject.error().isEmpty()) {
            subject.setFocus();
        } else if (company.value().isEmpty()) {
            company.setFocus();
        } else {
            send(company.value().get());
        }
    }

    private void send(Company chosen) {
        TicketDraft draft = new TicketDraft(
                subject.text().strip(),
                chosen.id(),
                type.value().orElse(TicketType.INCIDENT),
                origin.value().orElse(Origin.REACTIVE),
                priority.value().orElse(Priority.P3),
                Optional.empty(),
                mine.on() ? me : Optional.empty(),
                description.text().strip());
        desk.edits().follow(create, desk.tickets().create(draft), this::created, this::refused);
    }

    private void created(UUID id) {
        if (!shell.isDisposed()) {
            shell.close();
        }
        made.accept(id);
    }

    private void refused(InvalidEditException refusal) {
        if (shell.isDisposed()) {
            return;
        }
        for (FieldError error : refusal.problem().errors()) {
            switch (error.field()) {
                case "companyId" -> showCompanyError(error.detail());
                case "body", "description" -> description.error(error.detail());
                default -> subject.error(error.detail());
            }
        }
        fit();
    }

    private void showCompanyError(String sentence) {
        companyError.text(sentence);
        companyError.setVisible(!sentence.isEmpty());
        ((GridData) companyError.getLayoutData()).exclude = sentence.isEmpty();
    }

    private void fit() {
        int height = shell.computeSize(shell.getSize().x, SWT.DEFAULT).y;
        shell.setSize(shell.getSize().x, height);
        shell.layout(true, true);
    }
}
