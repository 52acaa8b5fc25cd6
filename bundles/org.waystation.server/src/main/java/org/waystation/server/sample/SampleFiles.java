package org.waystation.server.sample;

import static org.waystation.server.kind.FieldType.Moment.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.waystation.api.record.EntityKind;
import org.waystation.server.record.Hashes;

/** Attaches the log to tickets whose first note quotes one. */
final class SampleFiles {

    private static final String QUOTE = "```";
    private static final int LINES = 40;

    private final RecordMaker maker;
    private final BiConsumer<String, byte[]> files;

    /**
     * @param files takes the content of each file, by its SHA-256
     */
    SampleFiles(RecordMaker maker, BiConsumer<String, byte[]> files) {
        this.maker = maker;
        this.files = files;
    }

    void write(SampleTicket ticket) {
        if (ticket.conversation().isEmpty() || ticket.resolvedAt().isPresent()) {
            return;
        }
        SampleTicket.Entry first = ticket.conversation().getFirst();
        int quote = first.body().indexOf(QUOTE);
        int end = first.body().indexOf(QUOTE, quote + 1);
        if (quote < 0 || end < 0) {
            return;
        }
        String line = first.body().substring(quote + QUOTE.length(), end).strip();
        byte[] content = log(first.at(), line).getBytes(StandardCharsets.UTF_8);
        String sha256 = Hashes.sha256(content);
        files.accept(sha256, content);
        SplittableRandom random = new SplittableRandom(~first.id().getLeastSignificantBits());
        UUID id = SampleIds.make(first.at(), random);
        maker.make(EntityKind.ATTACHMENT, id, Optional.of(ticket.company().id()), json -> {
            json.writeStringField("ownerKind", EntityKind.TICKET.code());
            json.writeStringField("ownerId", ticket.id().toString());
            json.writeStringField("name", "log-" + ticket.number() + ".txt");
            json.writeStringField("sha256", sha256);
            json.writeNumberField("size", content.length);
            json.writeStringField("mediaType", "text/plain");
            if (first.authorId().isPresent()) {
                json.writeStringField("uploadedBy", first.authorId().get().toString());
            }
            json.writeStringField("createdAt", wire(first.at()));
        });
    }

    private static String log(Instant at, String line) {
        StringBuilder log = new StringBuilder();
        for (int i = LINES; i > 0; i--) {
            log.append(wire(at.minusSeconds(30L * i)))
                    .append(i == 1 ? "  " + line : "  ok")
                    .append('\n');
        }
        return log.toString();
    }
}
