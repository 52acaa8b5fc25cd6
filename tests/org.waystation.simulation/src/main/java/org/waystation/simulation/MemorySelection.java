package org.waystation.simulation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.server.record.StoredRecord;

/**
 * Which records a request wants, as the contract has it; days are left to the real server, since records here have no age.
 *
 * @param companies empty for all
 * @param mine whether what the caller's own open tickets need comes besides
 */
record MemorySelection(Optional<Set<UUID>> companies, boolean mine) {

    private static final Set<String> COMMON = Set.of("user", "team", "savedView", "company", "site", "agreement");
    private static final TicketWorkflow WORKFLOW = new TicketWorkflow();

    static MemorySelection of(Map<String, String> query) {
        Optional<Set<UUID>> companies = Optional.ofNullable(query.get("companies"))
                .map(text -> text.equals("none")
                        ? Set.of()
                        : Arrays.stream(text.split(",")).map(UUID::fromString).collect(Collectors.toSet()));
        return new MemorySelection(companies, Boolean.parseBoolean(query.getOrDefault("mine", "false")));
    }

    boolean isWhole() {
        return companies.isEmpty();
    }

    /** @param own what the caller's open tickets need, see {@link #own} */
    boolean wants(StoredRecord record, Set<UUID> own) {
        return companies.isEmpty()
                || COMMON.contains(record.kind().code())
                || record.companyId()
                        .filter(id -> !companies.get().contains(id))
                        .isEmpty()
                || (mine && own.contains(record.id()));
    }

    /** Ids of a person's open tickets, of whom and what they are about, and of what belongs to them. */
    static Set<UUID> own(ServerMemory memory, UUID person) {
        Set<UUID> own = new HashSet<>();
        for (StoredRecord record : memory.live()) {
            if (record.kind().equals(EntityKind.TICKET) && isOwn(record, person)) {
                own.add(record.id());
                record.reference("contactId").ifPresent(own::add);
                record.reference("assetId").ifPresent(own::add);
                memory.holdParts(EntityKind.TICKET, record.id()).forEach(part -> own.add(part.id()));
            }
        }
        return own;
    }

    private static boolean isOwn(StoredRecord ticket, UUID person) {
        return ticket.reference("assigneeId").equals(Optional.of(person))
                && WORKFLOW.isOpen(new TicketStatus(ticket.data().path("status").asText()));
    }
}
