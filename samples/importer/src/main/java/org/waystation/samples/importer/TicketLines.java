package org.waystation.samples.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketType;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.transfer.ImportResult;
import org.waystation.api.transfer.Importer;

/** Makes a ticket of each line that says {@code company: subject}, and tells of each that it had to leave out. */
@Component
public final class TicketLines implements Importer {

    private final TicketService tickets;

    @Activate
    public TicketLines(@Reference TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "List of tickets (text)";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public ImportResult read(InputStream in) throws IOException {
        Map<String, UUID> companies = await(tickets.companies()).stream()
                .collect(Collectors.toMap(Company::name, Company::id, (first, second) -> first));
        List<String> leftOut = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        int made = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int colon = line.indexOf(':');
            UUID company =
                    colon < 0 ? null : companies.get(line.substring(0, colon).strip());
            if (company == null) {
                leftOut.add("Line " + number + " does not begin with the name of a company and a colon.");
            } else {
                await(tickets.create(draft(company, line.substring(colon + 1).strip())));
                made++;
            }
        }
        return new ImportResult(made, leftOut);
    }

    private static TicketDraft draft(UUID company, String subject) {
        return new TicketDraft(
                subject,
                company,
                TicketType.SERVICE_REQUEST,
                Origin.REACTIVE,
                Priority.P3,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** The program calls importers on a worker thread, where waiting is allowed. */
    private static <T> T await(CompletionStage<T> stage) throws IOException {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }
}
