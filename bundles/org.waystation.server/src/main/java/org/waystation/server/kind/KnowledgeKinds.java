package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AGREEMENT;
import static org.waystation.api.record.EntityKind.ARTICLE;
import static org.waystation.api.record.EntityKind.ARTICLE_VERSION;
import static org.waystation.api.record.EntityKind.ASSET;
import static org.waystation.api.record.EntityKind.ATTACHMENT;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.NOTE;
import static org.waystation.api.record.EntityKind.REMOTE_SESSION;
import static org.waystation.api.record.EntityKind.TICKET;
import static org.waystation.api.record.EntityKind.USER;
import static org.waystation.server.kind.FieldDefinition.kept;
import static org.waystation.server.kind.FieldDefinition.keptAlways;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.util.List;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.Attachment;
import org.waystation.api.record.EntityKind;
import org.waystation.server.kind.FieldType.AnyReference;
import org.waystation.server.kind.FieldType.Day;
import org.waystation.server.kind.FieldType.Moment;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Whole;
import org.waystation.server.kind.FieldType.Word;

/** What was written down, and files. */
final class KnowledgeKinds {

    /** What an attachment may belong to. */
    private static final List<EntityKind> OWNERS =
            List.of(TICKET, NOTE, ASSET, ARTICLE, COMPANY, AGREEMENT, REMOTE_SESSION);

    static final KindDefinition ARTICLES = KindDefinition.of(ARTICLE, "articles")
            .filteredBy("companyId", "state")
            .with(
                    optional("companyId", new Reference(COMPANY)),
                    required("title", new Text(1, Article.TITLE_MAX)),
                    required("body", new Text(0, Article.BODY_MAX)),
                    required("visibility", CommonTypes.words(ArticleVisibility.KNOWN)),
                    required("state", CommonTypes.words(ArticleState.KNOWN)),
                    optional("reviewOn", new Day()),
                    optional("ownerId", new Reference(USER)),
                    keptAlways("revision", new Whole(1, Long.MAX_VALUE)),
                    optional("tags", CommonTypes.TAGS),
                    optional("assetIds", CommonTypes.ids(ASSET, 200)),
                    optional("ticketIds", CommonTypes.ids(TICKET, 1_000)),
                    keptAlways("createdAt", new Moment()),
                    keptAlways("updatedAt", new Moment()),
                    kept("updatedBy", new Reference(USER)));

    static final KindDefinition ARTICLE_VERSIONS = KindDefinition.of(ARTICLE_VERSION, "article-versions")
            .readOnly()
            .partOf("articleId")
            .filteredBy("articleId")
            .with(
                    required("articleId", new Reference(ARTICLE)),
                    required("revision", new Whole(1, Long.MAX_VALUE)),
                    required("title", new Text(1, Article.TITLE_MAX)),
                    required("body", new Text(0, Article.BODY_MAX)),
                    optional("authorId", new Reference(USER)),
                    required("createdAt", new Moment()));

    static final KindDefinition ATTACHMENTS = KindDefinition.of(ATTACHMENT, "attachments")
            .partOf("ownerId")
            .filteredBy("ownerId")
            .with(
                    required(
                            "ownerKind",
                            new Word(OWNERS.stream().map(EntityKind::code).toList())),
                    required("ownerId", new AnyReference(OWNERS)),
                    required("name", new Text(1, Attachment.NAME_MAX)),
                    required("sha256", Matching.SHA256),
                    required("size", new Whole(0, Long.MAX_VALUE)),
                    required("mediaType", CommonTypes.LINE),
                    kept("uploadedBy", new Reference(USER)),
                    required("createdAt", new Moment()));

    private KnowledgeKinds() {}

    static List<KindDefinition> all() {
        return List.of(ARTICLES, ARTICLE_VERSIONS, ATTACHMENTS);
    }
}
