package org.waystation.api.knowledge;

/** What an article says. */
public record ArticleText(String title, String body) {}
