package org.waystation.backend.rt.internal.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtFindings.Sample;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.internal.map.Meaning;
import org.waystation.backend.rt.internal.wire.RtIds;

/** Tries a mapping on the tickets that were looked at, by the same rule by which they will be read. */
public final class Preview {

    private static final int STRANGERS = 3;

    private final RtMapping mapping;
    private final Meaning meaning;
    private final Map<List<String>, Integer> counted = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> strangers = new TreeMap<>();

    public Preview(RtMapping mapping) {
        this.mapping = mapping;
        this.meaning = new Meaning(mapping, new RtIds(""));
    }

    public RtPreview of(RtFindings found) {
        found.sample().forEach(this::count);
        List<RtPreview.Line> lines = new ArrayList<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .forEach(one -> {
                    String queue = one.getKey().getFirst();
                    String company = one.getKey().getLast();
                    lines.add(new RtPreview.Line(
                            queue, company, one.getValue(), company.isEmpty() ? strangersOf(queue) : List.of()));
                });
        return new RtPreview(lines, found.sample().size(), found.tickets());
    }

    private void count(Sample ticket) {
        String field = ticket.fields().getOrDefault(mapping.companyField(), "");
        List<String> domains = ticket.requestors().stream().map(Meaning::domain).toList();
        Optional<Company> company = meaning.companyOf(field, domains, ticket.queue());
        counted.merge(List.of(ticket.queue(), company.map(Company::name).orElse("")), 1, Integer::sum);
        if (company.isEmpty()) {
            Map<String, Integer> here = strangers.computeIfAbsent(ticket.queue(), queue -> new TreeMap<>());
            switch (mapping.companyBy()) {
                case FIELD -> here.merge(field, 1, Integer::sum);
                case DOMAIN -> domains.forEach(domain -> here.merge(domain, 1, Integer::sum));
                case QUEUE -> {}
            }
        }
    }

    private List<String> strangersOf(String queue) {
        return strangers.getOrDefault(queue, Map.of()).entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(STRANGERS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
