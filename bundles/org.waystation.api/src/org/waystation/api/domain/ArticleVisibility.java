package org.waystation.api.domain;

import java.util.List;

/** Who may read an article: those who work here, or the people of its company too. */
public record ArticleVisibility(String code) implements Term {

    public static final ArticleVisibility INTERNAL = new ArticleVisibility("internal");
    public static final ArticleVisibility COMPANY = new ArticleVisibility("company");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<ArticleVisibility> KNOWN = List.of(INTERNAL, COMPANY);
}
