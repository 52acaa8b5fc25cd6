package org.waystation.samples.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.Company;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.transfer.ImportResult;

class TicketLinesTest {

    private static final Company COMPANY = new Company(UUID.randomUUID(), "Harbour Dental", "", "", "", 0);

    private final List<String> made = new ArrayList<>();

    /** Two of the service's methods are called, and a third would be a surprise. */
    private final TicketService tickets = (TicketService) Proxy.newProxyInstance(
            TicketService.class.getClassLoader(),
            new Class<?>[] {TicketService.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "companies" -> CompletableFuture.completedFuture(List.of(COMPANY));
                case "create" -> {
                    made.add(((TicketDraft) arguments[0]).subject());
                    yield CompletableFuture.completedFuture(UUID.randomUUID());
                }
                default -> throw new AssertionError(method.getName());
            });

    @Test
    void aLineThatMakesNoSenseIsNamedAndTheOthersComeIn() throws IOException {
        byte[] file = "Harbour Dental: Printer offline\nNobody: Lost\n".getBytes(StandardCharsets.UTF_8);
        ImportResult result = new TicketLines(tickets).read(new ByteArrayInputStream(file));
        assertEquals(List.of("Printer offline"), made);
        assertEquals(1, result.made());
        assertEquals(List.of("Line 2 does not begin with the name of a company and a colon."), result.leftOut());
    }
}
