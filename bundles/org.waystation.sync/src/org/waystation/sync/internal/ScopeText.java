package org.waystation.sync.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.sync.SyncScope;

/** A scope as it is kept: the same scope is always the same text. */
final class ScopeText {

    private static final String EVERY = "*";

    private ScopeText() {}

    static String of(SyncScope scope) {
        String companies = scope.everyCompany()
                ? EVERY
                : new TreeSet<>(scope.companies()).stream().map(UUID::toString).collect(Collectors.joining(","));
        return "mine=" + scope.myWork() + ";companies=" + companies + ";days="
                + scope.days().map(String::valueOf).orElse("") + ";files=" + scope.attachmentMegabytes();
    }

    /** Everything where the text is none of ours, as that of a copy made before there were scopes. */
    static SyncScope read(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            int at = part.indexOf('=');
            if (at > 0) {
                parts.put(part.substring(0, at), part.substring(at + 1));
            }
        }
        try {
            return parts.isEmpty() ? SyncScope.everything() : scope(parts);
        } catch (IllegalArgumentException e) {
            return SyncScope.everything();
        }
    }

    private static SyncScope scope(Map<String, String> parts) {
        String companies = parts.getOrDefault("companies", EVERY);
        Set<UUID> pinned = companies.equals(EVERY) || companies.isEmpty()
                ? Set.of()
                : Arrays.stream(companies.split(",")).map(UUID::fromString).collect(Collectors.toSet());
        String days = parts.getOrDefault("days", "");
        return new SyncScope(
                Boolean.parseBoolean(parts.getOrDefault("mine", "true")),
                companies.equals(EVERY),
                pinned,
                days.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(days)),
                Integer.parseInt(parts.getOrDefault("files", Integer.toString(SyncScope.ATTACHMENT_MEGABYTES))));
    }
}
