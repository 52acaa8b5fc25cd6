package org.waystation.sync.ui.internal.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waystation.api.sync.SyncScope;

/** A scope as people say it. */
public final class ScopeWords {

    private static final int DAYS_OF_A_YEAR = 365;
    private static final double MEGABYTE = 1024 * 1024.0;

    private ScopeWords() {}

    /** Such as "my work, 4 companies, 90 days". */
    public static String of(SyncScope scope) {
        if (!scope.isLimited()) {
            return "everything";
        }
        List<String> parts = new ArrayList<>();
        if (scope.myWork()) {
            parts.add("my work");
        }
        if (scope.everyCompany()) {
            parts.add("every company");
        } else if (!scope.companies().isEmpty()) {
            int count = scope.companies().size();
            parts.add(count + (count == 1 ? " company" : " companies"));
        }
        scope.days().ifPresent(days -> parts.add(days(days)));
        return parts.isEmpty() ? "the common lists only" : String.join(", ", parts);
    }

    /** Such as "90 days" or "2 years". */
    public static String days(int days) {
        if (days % DAYS_OF_A_YEAR == 0) {
            int years = days / DAYS_OF_A_YEAR;
            return years == 1 ? "1 year" : years + " years";
        }
        return days == 1 ? "1 day" : days + " days";
    }

    /** Such as "files up to 10 MB". */
    public static String files(int megabytes) {
        return megabytes == 0 ? "files when they are opened" : "files up to " + megabytes + " MB";
    }

    /** Such as "44.2 MB". */
    public static String size(long bytes) {
        return String.format(Locale.ENGLISH, "%,.1f MB", bytes / MEGABYTE);
    }

    /** Such as "40,200 records". */
    public static String records(long count) {
        return String.format(Locale.ENGLISH, count == 1 ? "%,d record" : "%,d records", count);
    }

    /** First letter large, for the beginning of a line. */
    public static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
