package org.waystation.api.domain;

import java.util.List;

/** Where an article is in its life. */
public record ArticleState(String code) implements Term {

    public static final ArticleState DRAFT = new ArticleState("draft");
    public static final ArticleState PUBLISHED = new ArticleState("published");
    public static final ArticleState ARCHIVED = new ArticleState("archived");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<ArticleState> KNOWN = List.of(DRAFT, PUBLISHED, ARCHIVED);
}
