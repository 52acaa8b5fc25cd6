package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.StoreException;

/** Reads the lines of a queue by their keys. */
final class TicketRows {

    private static final TicketWorkflow WORKFLOW = new TicketWorkflow();

    private final Database.Snapshot snapshot;
    private final byte[] me;
    private final OperationTable operations;
    private final String select;

    TicketRows(Database.Snapshot snapshot, Optional<UUID> me) {
        this.snapshot = snapshot;
        this.me = me.map(Ids::bytes).orElseGet(() -> new byte[0]);
        this.operations = new OperationTable(snapshot.session());
        Generation generation = snapshot.generation();
        this.select = "SELECT r.kind, r.id, r.version, r.seq, r.data, company.name, agreement.name, assignee.name, "
                + "assignee.id FROM " + generation.ticket() + " AS t JOIN " + generation.record()
                + " AS r ON r.rowkey = t.rowkey JOIN "
                + generation.label() + " AS company ON company.key = t.company JOIN "
                + generation.label() + " AS agreement ON agreement.key = t.agreement JOIN "
                + generation.label() + " AS assignee ON assignee.key = t.assignee WHERE t.rowkey = ?";
    }

    /** One line for each key, null where its ticket is gone. */
    List<@Nullable TicketRow> read(int[] keys) throws SQLException, StoreException {
        boolean allSynced = operations.isEmpty();
        List<@Nullable TicketRow> lines = new ArrayList<>(keys.length);
        for (int key : keys) {
            lines.add(snapshot.session()
                    .first(select, row -> line(row, allSynced), key)
                    .orElse(null));
        }
        return lines;
    }

    /** The lines of keys that were found in the same state of the database. */
    List<TicketRow> found(int[] keys) throws SQLException, StoreException {
        return read(keys).stream().filter(Objects::nonNull).toList();
    }

    private TicketRow line(ResultSet row, boolean allSynced) throws SQLException, StoreException {
        Ticket ticket = Ticket.of(RecordTable.fields(row));
        String agreement = row.getString(7);
        byte[] assignee = row.getBytes(9);
        return new TicketRow(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                row.getString(6),
                agreement.isEmpty() ? Optional.empty() : Optional.of(new AgreementKind(agreement)),
                ticket.type(),
                ticket.origin(),
                ticket.priority(),
                ticket.status(),
                row.getString(8),
                assignee != null && Arrays.equals(assignee, me),
                ticket.resolutionDueAt(),
                WORKFLOW.pausesClock(ticket.status()),
                ticket.updatedAt(),
                !allSynced && operations.touches(ticket.id()));
    }
}
