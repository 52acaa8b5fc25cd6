package org.waystation.api.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.Company;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/**
 * Articles as they are held here. Every method returns at once; an edit is durable and queued for the server when its
 * stage completes, and ends with an {@link org.waystation.api.tickets.InvalidEditException} where a value was refused.
 */
@ProviderType
public interface ArticleService {

    /** The articles of a query while they are on screen. */
    LiveList<ArticleRow> query(ArticleQuery query, Executor deliverOn);

    /** One article as it is now; empty where it is not held here. */
    CompletionStage<Optional<Article>> find(UUID articleId);

    /** One article while it is on screen; empty where it is not held here. */
    LiveValue follow(UUID articleId, Executor deliverOn, Consumer<Optional<ArticleView>> subscriber);

    /**
     * Makes an article.
     *
     * @param fields by name in their form on the wire; {@code title} is needed
     */
    CompletionStage<UUID> create(Map<String, @Nullable Object> fields);

    /** What an article made from a ticket would begin with, in the form that {@link #create} takes; empty where the ticket is not held here. */
    CompletionStage<Optional<Map<String, @Nullable Object>>> fromTicket(UUID ticketId);

    /**
     * Changes articles in one transaction: all or none.
     *
     * @return the changes that undo it, in the form this method takes; empty where nothing was different
     */
    CompletionStage<List<ArticleChange>> change(List<ArticleChange> changes);

    /**
     * Keeps another text. What somebody else wrote since the edit began is not overwritten: the sync engine merges both
     * line by line and asks where they touch the same lines.
     *
     * @param version of the record when the edit began, see {@link ArticleView#version()}
     * @param before the text when the edit began
     */
    CompletionStage<Void> write(UUID articleId, long version, ArticleText before, ArticleText after);

    /** Links an article with an asset or a ticket, or takes the link away. What was so already is no change. */
    CompletionStage<List<ArticleChange>> link(UUID articleId, RecordRef with, boolean linked);

    /** Articles that are linked with an asset or ticket, while they are on screen. */
    LiveValue followLinked(RecordRef with, Executor deliverOn, Consumer<List<ArticleRow>> subscriber);

    /** Published articles that may help with a ticket and are not linked with it, best first, while they are on screen. */
    LiveValue followSuggestions(UUID ticketId, int limit, Executor deliverOn, Consumer<List<ArticleRow>> subscriber);

    /** Assets or tickets that a text finds, for choosing one to link. */
    CompletionStage<List<LinkedRecord>> linkable(EntityKind kind, String text, int limit);

    CompletionStage<List<Company>> companies();
}
