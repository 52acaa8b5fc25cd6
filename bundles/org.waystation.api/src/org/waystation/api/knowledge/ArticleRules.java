package org.waystation.api.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.Term;
import org.waystation.api.sync.Problem.FieldError;

/** What the fields of an article may hold. Forms check by these rules, the service again, and so does the server. */
public final class ArticleRules {

    /** What is wrong with new values; fields that these rules do not know are for the server to judge. */
    public List<FieldError> check(Map<String, @Nullable Object> fields) {
        List<FieldError> errors = new ArrayList<>();
        fields.forEach((field, value) -> check(field, value).ifPresent(errors::add));
        return errors;
    }

    /** As {@link #check(Map)}, and that nothing is missing which a new article needs. */
    public List<FieldError> checkNew(Map<String, @Nullable Object> fields) {
        List<FieldError> errors = new ArrayList<>(check(fields));
        if (!fields.containsKey("title")) {
            title(null).ifPresent(errors::add);
        }
        return errors;
    }

    /** An article that the people of a company may read has to belong to that company. */
    public List<FieldError> checkReaders(ArticleVisibility visibility, boolean ofCompany) {
        return visibility.equals(ArticleVisibility.COMPANY) && !ofCompany
                ? List.of(new FieldError(
                        "visibility",
                        "no_company",
                        "Choose the company first: only an article of a company can be shown to its people."))
                : List.of();
    }

    private static Optional<FieldError> check(String field, @Nullable Object value) {
        return switch (field) {
            case "title" -> title(value);
            case "body" -> text(field, value == null ? "" : String.valueOf(value), Article.BODY_MAX);
            case "state" -> known(field, value, ArticleState.KNOWN);
            case "visibility" -> known(field, value, ArticleVisibility.KNOWN);
            case "reviewOn" -> date(field, value);
            default -> Optional.empty();
        };
    }

    private static Optional<FieldError> title(@Nullable Object value) {
        if (!(value instanceof String title) || title.isBlank()) {
            return error("title", "required", "An article needs a title.");
        }
        return text("title", title, Article.TITLE_MAX);
    }

    private static Optional<FieldError> text(String field, String text, int max) {
        int length = text.codePointCount(0, text.length());
        return length <= max
                ? Optional.empty()
                : error(field, "too_long", "At most " + max + " characters; this has " + length + ".");
    }

    private static Optional<FieldError> known(String field, @Nullable Object value, List<? extends Term> known) {
        return known.stream().anyMatch(term -> term.code().equals(value))
                ? Optional.empty()
                : error(
                        field,
                        "unknown",
                        "Choose one of "
                                + String.join(
                                        ", ", known.stream().map(Term::code).toList()) + ".");
    }

    private static Optional<FieldError> date(String field, @Nullable Object value) {
        try {
            if (value != null) {
                LocalDate.parse(String.valueOf(value));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return error(field, "format", "Write a date as year-month-day, such as 2027-03-31.");
        }
    }

    private static Optional<FieldError> error(String field, String code, String detail) {
        return Optional.of(new FieldError(field, code, detail));
    }
}
