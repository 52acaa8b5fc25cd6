package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Ticket;
import org.waystation.shell.widgets.Choice;
import org.waystation.tickets.ui.internal.create.NewTicketSheet;

class NewTicketSheetTest {

    private final Stage stage = new Stage(1000, 760);
    private final List<UUID> made = new ArrayList<>();

    @BeforeEach
    void open() {
        stage.open();
        new NewTicketSheet(stage.shell, stage.desk, Optional.of(Sample.ME.id()), made::add).open();
        stage.until("companies are offered", () -> !company().options().isEmpty());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void makesATicketWithTheKeyboard() {
        subject().setText("Scanner does not reach the share");
        company().value(Sample.company(2));
        stage.press(subject(), SWT.CR);
        stage.until("it is made", () -> !made.isEmpty());
        Ticket ticket = stage.tickets.tickets.get(made.getFirst()).ticket();
        assertEquals("Scanner does not reach the share", ticket.subject());
        assertEquals(Optional.of(Sample.company(2).id()), ticket.companyId());
        assertEquals(Optional.of(Sample.ME.id()), ticket.assigneeId());
        stage.until("the sheet is gone", () -> stage.count("Choice") == 0);
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        stage.press(subject(), SWT.CR);
        assertTrue(stage.says("A ticket needs a subject."));
        assertTrue(stage.says("Choose the company it is for."));
        assertTrue(made.isEmpty());
    }

    @Test
    void refusesASubjectThatIsTooLong() {
        subject().setText("x".repeat(201));
        company().value(Sample.company(0));
        stage.press(subject(), SWT.CR);
        assertTrue(stage.says("The subject may have at most 200 characters; this has 201."));
        assertTrue(made.isEmpty());
    }

    private StyledText subject() {
        return stage.find(StyledText.class, "waystation.newTicket.subject");
    }

    @SuppressWarnings("unchecked") // the sheet's company choice is one of companies
    private Choice<Company> company() {
        return stage.find(Choice.class, "waystation.newTicket.company");
    }
}
