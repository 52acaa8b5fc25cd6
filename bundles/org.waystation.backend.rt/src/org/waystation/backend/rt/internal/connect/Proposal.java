package org.waystation.backend.rt.internal.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;

/** What the words of a server most likely mean. */
public final class Proposal {

    private static final Pattern COMPANY_FIELD =
            Pattern.compile("customer|company|client|account|organi[sz]ation|kunde|firma", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE_FIELD = Pattern.compile("(ticket ?)?(type|kind)", Pattern.CASE_INSENSITIVE);

    /** Whoever writes from there may be of any company. */
    private static final Set<String> NOBODYS = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "yahoo.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "icloud.com",
            "localhost",
            "example.com");

    private static final Map<String, String> STATUS_IN = Map.of(
            "new", "new",
            "open", "in_progress",
            "stalled", "waiting_customer",
            "resolved", "resolved",
            "rejected", "closed",
            "closed", "closed",
            "scheduled", "scheduled");

    private static final Map<String, String> ASSET_IN = Map.of(
            "new", "in_stock",
            "allocated", "planned",
            "in-use", "in_use",
            "recycled", "retired",
            "stolen", "retired");

    private static final Map<String, List<String>> ASSET_FIELDS = Map.of(
            "serial", List.of("serial", "serial number", "serial no"),
            "manufacturer", List.of("manufacturer", "maker", "vendor"),
            "model", List.of("model"),
            "location", List.of("location", "site"),
            "purchasedOn", List.of("purchased", "purchase date"),
            "warrantyEndsOn", List.of("warranty", "warranty end", "warranty ends"),
            "supplier", List.of("supplier"));

    public RtMapping of(RtFindings found) {
        Optional<String> companyField = found.ticketFields().stream()
                .filter(name -> COMPANY_FIELD.matcher(name).find())
                .findFirst();
        Map<String, String> statusIn = statuses(found.statuses(), STATUS_IN);
        Map<String, String> assetIn = statuses(found.assetStatuses(), ASSET_IN);
        return new RtMapping(
                RtMapping.MARKER,
                companyField.isPresent() ? CompanyBy.FIELD : CompanyBy.DOMAIN,
                companyField.orElse(""),
                companies(found, companyField),
                found.queues().keySet().stream().map(Proposal::queue).toList(),
                first(found.queues().keySet(), "General"),
                found.ticketFields().stream()
                        .filter(name -> TYPE_FIELD.matcher(name).matches())
                        .findFirst()
                        .orElse(""),
                statusIn,
                reverse(statusIn, List.of("resolved", "rejected", "open", "new", "stalled")),
                Map.of("p1", 100, "p2", 75, "p3", 50, "p4", 0),
                found.catalogs().stream().map(Proposal::catalog).toList(),
                first(found.catalogs(), "General assets"),
                assetIn,
                reverse(assetIn, List.of("in-use", "new", "recycled", "allocated")),
                assetFields(found.assetFields()),
                first(found.articleFields(), "Content"),
                first(found.classes(), "General"));
    }

    private static String first(Iterable<String> names, String usual) {
        String found = "";
        for (String name : names) {
            if (name.equals(usual) || found.isEmpty() && !name.startsWith("___")) {
                found = name;
            }
        }
        return found;
    }

    private static Map<String, String> statuses(List<String> met, Map<String, String> usual) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String status : met) {
            words.put(
                    status, usual.getOrDefault(status, status.replace('-', '_').toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    /** Where several statuses mean the same, the one that comes first in the usual order stands for it. */
    private static Map<String, String> reverse(Map<String, String> words, List<String> usual) {
        Map<String, String> back = new LinkedHashMap<>();
        words.keySet().stream()
                .sorted(Comparator.comparingInt(
                        status -> usual.contains(status) ? usual.indexOf(status) : usual.size()))
                .forEach(status -> back.putIfAbsent(words.get(status), status));
        return back;
    }

    private static List<Company> companies(RtFindings found, Optional<String> field) {
        List<Company> companies = new ArrayList<>();
        if (field.isPresent()) {
            for (String name : found.companyNames().getOrDefault(field.get(), List.of())) {
                companies.add(new Company(name, List.of(), List.of(), "", "", ""));
            }
            return companies;
        }
        found.domains().forEach((domain, people) -> {
            if (!NOBODYS.contains(domain)) {
                companies.add(new Company(nameOf(domain), List.of(domain), List.of(), "support@" + domain, "", ""));
            }
        });
        return companies;
    }

    private static String nameOf(String domain) {
        StringBuilder name = new StringBuilder();
        for (String word : domain.split("\\.")[0].split("-")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return name.isEmpty() ? domain : name.toString();
    }

    private static RtMapping.Queue queue(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String type = lower.contains("change")
                ? "change"
                : lower.contains("maint")
                        ? "maintenance"
                        : lower.contains("problem")
                                ? "problem"
                                : lower.contains("request") ? "service_request" : "incident";
        boolean ahead = lower.contains("maint") || lower.contains("monitor") || lower.contains("proactive");
        return new RtMapping.Queue(name, type, ahead ? "proactive" : "reactive");
    }

    private static RtMapping.Catalog catalog(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String kind = lower.contains("server")
                ? "server"
                : lower.contains("laptop")
                        ? "laptop"
                        : lower.contains("network") || lower.contains("switch")
                                ? "network_device"
                                : lower.contains("print")
                                        ? "printer"
                                        : lower.contains("software") || lower.contains("licen")
                                                ? "software"
                                                : "workstation";
        return new RtMapping.Catalog(name, kind);
    }

    private static Map<String, String> assetFields(List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        ASSET_FIELDS.forEach((field, words) -> names.stream()
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> fields.put(field, name)));
        return fields;
    }
}
