package org.waystation.knowledge.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/**
 * Begins an article with what a ticket knows: the first note tells what was wrong, the last one what helped, those between
 * them how one got there. It is for the technicians of the ticket's company only, until somebody decides otherwise, since
 * notes may be internal.
 */
@Component(service = FromTicket.class)
public final class FromTicket {

    private static final int LONGEST_NOTE = 20_000;

    private final Records records;

    @Activate
    public FromTicket(@Reference Records records) {
        this.records = records;
    }

    Optional<Map<String, @Nullable Object>> fields(UUID ticketId) throws StoreException {
        Optional<Ticket> found =
                records.find(new RecordRef(EntityKind.TICKET, ticketId)).map(Ticket::of);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Ticket ticket = found.get();
        List<String> notes = records.referring(EntityKind.NOTE, "ticketId", ticketId).stream()
                .map(Note::of)
                .map(note -> cut(note.body().strip()))
                .filter(body -> !body.isEmpty())
                .toList();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ticket.companyId().ifPresent(company -> fields.put("companyId", company.toString()));
        fields.put("title", title(ticket.subject()));
        fields.put("body", body(notes));
        fields.put("state", ArticleState.DRAFT.code());
        fields.put("visibility", ArticleVisibility.INTERNAL.code());
        if (!ticket.tags().isEmpty()) {
            fields.put("tags", ticket.tags());
        }
        ticket.assetId().ifPresent(asset -> fields.put("assetIds", List.of(asset.toString())));
        fields.put("ticketIds", List.of(ticketId.toString()));
        return Optional.of(fields);
    }

    private static String title(String subject) {
        String title = subject.isBlank() ? "Untitled" : subject.strip();
        int points = title.codePointCount(0, title.length());
        return points <= Article.TITLE_MAX ? title : title.substring(0, title.offsetByCodePoints(0, Article.TITLE_MAX));
    }

    private static String body(List<String> notes) {
        StringBuilder body = new StringBuilder();
        section(body, "Problem", notes.isEmpty() ? "" : notes.getFirst());
        section(body, "Cause", "");
        section(body, "Resolution", notes.size() < 2 ? "" : notes.getLast());
        if (notes.size() > 2) {
            section(body, "On the way", String.join("\n\n", notes.subList(1, notes.size() - 1)));
        }
        String whole = body.toString();
        return whole.length() <= Article.BODY_MAX ? whole : cut(whole, Article.BODY_MAX);
    }

    private static void section(StringBuilder body, String heading, String text) {
        body.append("## ").append(heading).append("\n\n");
        if (!text.isEmpty()) {
            body.append(text).append("\n\n");
        }
    }

    private static String cut(String note) {
        return note.length() <= LONGEST_NOTE ? note : cut(note, LONGEST_NOTE) + " …";
    }

    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
