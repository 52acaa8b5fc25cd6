package org.waystation.api.knowledge;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New values for fields of one article, in their form on the wire.
 *
 * @param fields by name; null takes the value away
 */
public record ArticleChange(UUID articleId, Map<String, @Nullable Object> fields) {}
