package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.RtTimes;

/** Reads articles, from lists and alone. */
public final class ArticleReader {

    /** What a list of articles has to bring for this. */
    public static final String FIELDS =
            "Name,Summary,Class,Created,Creator,LastUpdated,LastUpdatedBy,Disabled,CustomFields";

    /** An article there has a name, a text, and is there or not. */
    public static final List<String> ACTIONS = List.of(
            "update",
            "delete",
            "not:companyId",
            "not:visibility",
            "not:reviewOn",
            "not:tags",
            "not:ownerId",
            "not:assetIds",
            "not:ticketIds",
            "not:state:draft");

    private final Meaning meaning;
    private final Directory directory;
    private final Numbers numbers;

    public ArticleReader(Meaning meaning, Directory directory, Numbers numbers) {
        this.meaning = meaning;
        this.directory = directory;
        this.numbers = numbers;
    }

    public EntityRecord read(JsonNode article, long sequence) throws BackendException {
        UUID id = numbers.learn(Numbered.ARTICLE, article);
        Optional<Instant> updated = RtTimes.read(Json.text(article.path("LastUpdated")));
        boolean disabled = Json.number(article.path("Disabled")) == 1;
        return new Record()
                .text("title", Json.text(article.path("Name")))
                .text("body", Json.customText(article, meaning.mapping().articleBody()))
                .text("visibility", "internal")
                .text("state", disabled ? "archived" : "published")
                .value("revision", Math.max(1, sequence))
                .id("ownerId", staff(article.path("Creator")))
                .time("createdAt", RtTimes.read(Json.text(article.path("Created"))))
                .time("updatedAt", updated)
                .id("updatedBy", staff(article.path("LastUpdatedBy")))
                .as(EntityKind.ARTICLE, id, updated.map(Instant::getEpochSecond).orElse(1L), sequence, ACTIONS);
    }

    private Optional<UUID> staff(JsonNode reference) throws BackendException {
        return directory.person(Json.reference(reference)).filter(Person::staff).map(Person::id);
    }
}
