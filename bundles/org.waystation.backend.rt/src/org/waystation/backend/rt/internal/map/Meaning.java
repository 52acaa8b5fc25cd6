package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Named;

/** Looks words up in the mapping, either way. */
public final class Meaning {

    private final RtMapping mapping;
    private final RtIds ids;

    public Meaning(RtMapping mapping, RtIds ids) {
        this.mapping = mapping;
        this.ids = ids;
    }

    public RtMapping mapping() {
        return mapping;
    }

    public UUID id(Company company) {
        return ids.of(Named.COMPANY, company.name());
    }

    /** The agreement of a company; empty where there is none. */
    public Optional<UUID> agreement(Company company) {
        return company.agreement().isEmpty()
                ? Optional.empty()
                : Optional.of(ids.of(Named.AGREEMENT, company.name() + "\n" + company.agreement()));
    }

    public Optional<Company> company(UUID id) {
        return mapping.companies().stream()
                .filter(company -> id(company).equals(id))
                .findFirst();
    }

    public Optional<Company> companyOf(Person person) {
        String domain = person.domain();
        return domain.isEmpty() ? Optional.empty() : byDomain(domain);
    }

    private Optional<Company> byDomain(String domain) {
        return mapping.companies().stream()
                .filter(company -> company.domains().stream().anyMatch(one -> one.equalsIgnoreCase(domain)))
                .findFirst();
    }

    private Optional<Company> byName(String name) {
        return mapping.companies().stream()
                .filter(company -> company.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Whose an object is.
     *
     * @param people names of those who asked or are to be asked
     * @param queue name of the queue; empty where there is none
     */
    public Optional<Company> companyOf(JsonNode object, List<String> people, String queue, Directory directory)
            throws BackendException {
        switch (mapping.companyBy()) {
            case FIELD -> {
                return byName(Json.customText(object, mapping.companyField()));
            }
            case QUEUE -> {
                Optional<Company> owner = mapping.companies().stream()
                        .filter(company -> company.queues().contains(queue))
                        .findFirst();
                if (owner.isPresent() || !queue.isEmpty()) {
                    return owner;
                }
            }
            case DOMAIN -> {}
        }
        for (String name : people) {
            Optional<Company> found = name.contains("@")
                    ? byDomain(name.substring(name.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                    : directory.person(name).flatMap(this::companyOf);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The queue for a new ticket of a company. */
    public String queueFor(Optional<Company> company) {
        return company.flatMap(one -> one.queues().stream().findFirst()).orElse(mapping.defaultQueue());
    }

    public RtMapping.Queue queue(String name) {
        return mapping.queues().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElse(new RtMapping.Queue(name, "incident", "reactive"));
    }

    public String status(String theirs) {
        return mapping.statusIn().getOrDefault(theirs, theirs.replace('-', '_'));
    }

    /** The status there; the word itself where the mapping has none. */
    public String statusOut(String ours) {
        return mapping.statusOut().getOrDefault(ours, ours);
    }

    public String assetState(String theirs) {
        return mapping.assetStateIn().getOrDefault(theirs, theirs.replace('-', '_'));
    }

    public String assetStateOut(String ours) {
        return mapping.assetStateOut().getOrDefault(ours, ours);
    }

    /** The priority of ours whose least number is nearest below. */
    public String priority(long number) {
        return mapping.priorities().entrySet().stream()
                .filter(one -> one.getValue() <= number)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("p4");
    }

    public Optional<Integer> priorityOut(String ours) {
        return Optional.ofNullable(mapping.priorities().get(ours));
    }

    public String assetKind(String catalog) {
        return mapping.catalogs().stream()
                .filter(one -> one.name().equals(catalog))
                .findFirst()
                .map(RtMapping.Catalog::kind)
                .orElse("workstation");
    }

    /** The catalogue for a new asset of a kind. */
    public String catalogFor(String kind) {
        return mapping.catalogs().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .map(RtMapping.Catalog::name)
                .orElse(mapping.defaultCatalog());
    }

    public boolean companyByField() {
        return mapping.companyBy() == CompanyBy.FIELD;
    }
}
