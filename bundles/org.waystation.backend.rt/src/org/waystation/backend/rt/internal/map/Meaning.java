package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
        List<String> domains = new ArrayList<>();
        for (String name : people) {
            domains.add(
                    name.contains("@")
                            ? domain(name)
                            : directory.person(name).map(Person::domain).orElse(""));
        }
        return companyOf(Json.customText(object, mapping.companyField()), domains, queue);
    }

    /**
     * Whose an object is.
     *
     * @param field value of the custom field that names the company; empty where there is none
     * @param domains of the addresses of those who asked or are to be asked
     * @param queue name of the queue; empty where there is none
     */
    public Optional<Company> companyOf(String field, List<String> domains, String queue) {
        return switch (mapping.companyBy()) {
            case FIELD -> byName(field);
            case QUEUE -> queue.isEmpty() ? byDomains(domains) : byQueue(queue);
            case DOMAIN -> byDomains(domains);
        };
    }

    private Optional<Company> byQueue(String queue) {
        return mapping.companies().stream()
                .filter(company -> company.queues().contains(queue))
                .findFirst();
    }

    private Optional<Company> byDomains(List<String> domains) {
        return domains.stream()
                .map(domain -> domain.isEmpty() ? Optional.<Company>empty() : byDomain(domain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of a mail address, in lower case; empty where it is none. */
    public static String domain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * The queue for a new ticket: one of the company's own where it has some, else one that is nobody's, the default one
     * first. Among those the first whose tickets are of this type and origin, else of this type. Where a field holds the
     * type, any queue takes any.
     */
    public String queueFor(Optional<Company> company, String type, String origin) {
        List<String> own = company.map(Company::queues).orElse(List.of());
        List<RtMapping.Queue> takers = (own.isEmpty()
                        ? nobodys()
                        : own.stream().map(this::queue).toList())
                .stream()
                        .filter(queue ->
                                !mapping.typeField().isEmpty() || queue.type().equals(type))
                        .toList();
        return takers.stream()
                .filter(queue -> queue.origin().equals(origin))
                .findFirst()
                .or(() -> takers.stream().findFirst())
                .map(RtMapping.Queue::name)
                .orElse(own.isEmpty() ? mapping.defaultQueue() : own.getFirst());
    }

    private List<RtMapping.Queue> nobodys() {
        List<RtMapping.Queue> queues = new ArrayList<>(List.of(queue(mapping.defaultQueue())));
        mapping.queues().stream()
                .filter(queue -> mapping.companies().stream()
                        .noneMatch(one -> one.queues().contains(queue.name())))
                .forEach(queues::add);
        return queues;
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
