package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.record.EntityKind;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;
import org.waystation.server.record.RecordWrite;

/** An article remembers every text it had. */
final class ArticleRules implements KindRules {

    private static final List<String> TEXTS = List.of("title", "body");

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public void complete(EditContext edit) {
        ObjectNode data = edit.data();
        if (edit.before().isEmpty()) {
            data.put("createdAt", wire(edit.performedAt()));
            data.put("revision", 1);
            putIfMissing(data, "ownerId", edit.caller().id().toString());
            putIfMissing(data, "visibility", ArticleVisibility.INTERNAL.code());
            putIfMissing(data, "state", ArticleState.DRAFT.code());
        } else if (textChanges(edit)) {
            data.put("revision", data.path("revision").asLong() + 1);
        }
        data.put("updatedAt", wire(edit.performedAt()));
        data.put("updatedBy", edit.caller().id().toString());
    }

    @Override
    public void check(EditContext edit) {
        boolean forCompany = edit.data().path("visibility").asText().equals(ArticleVisibility.COMPANY.code());
        if (forCompany && !edit.data().hasNonNull("companyId")) {
            throw ProblemException.ofField(
                    "visibility", "no_company", "can only be company for an article that belongs to one");
        }
    }

    @Override
    public List<RecordWrite> alongside(EditContext edit) {
        if (edit.before().isPresent() && !textChanges(edit)) {
            return List.of();
        }
        ObjectNode version = Json.object();
        version.put("articleId", edit.id().toString());
        version.set("revision", edit.data().get("revision"));
        TEXTS.forEach(field -> version.set(field, edit.data().get(field)));
        version.put("authorId", edit.caller().id().toString());
        version.put("createdAt", wire(edit.performedAt()));
        Optional<UUID> company =
                Optional.ofNullable(edit.data().path("companyId").textValue()).map(UUID::fromString);
        return List.of(RecordWrite.created(EntityKind.ARTICLE_VERSION, ids.generate(), company, version));
    }

    private static boolean textChanges(EditContext edit) {
        ObjectNode before = edit.before().orElseThrow().data();
        return TEXTS.stream()
                .anyMatch(field -> !before.path(field).equals(edit.data().path(field)));
    }

    private static void putIfMissing(ObjectNode data, String field, String value) {
        if (!data.hasNonNull(field)) {
            data.put(field, value);
        }
    }
}
