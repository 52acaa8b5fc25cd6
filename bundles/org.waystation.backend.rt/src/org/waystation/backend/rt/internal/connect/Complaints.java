package org.waystation.backend.rt.internal.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;

/** Finds what is wrong with a mapping, field by field. */
public final class Complaints {

    /** Most urgent first, each with a number that is greater than the next one's. */
    private static final List<String> PRIORITIES = List.of("p1", "p2", "p3", "p4");

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@" + DOMAIN.pattern(), Pattern.CASE_INSENSITIVE);

    private final RtMapping mapping;
    private final List<MappingComplaint> found = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    private Complaints(RtMapping mapping) {
        this.mapping = mapping;
    }

    public static List<MappingComplaint> about(RtMapping mapping) {
        Complaints complaints = new Complaints(mapping);
        complaints.look();
        return List.copyOf(complaints.found);
    }

    private void look() {
        needed(Place.MARKER, mapping.marker(), "Name the custom field that holds the id of what is made here.");
        if (mapping.companyBy() == CompanyBy.FIELD) {
            needed(Place.COMPANY_FIELD, mapping.companyField(), "Choose the field that names the company.");
        }
        if (mapping.companies().isEmpty()) {
            say(Place.COMPANIES, 0, "Add a company: Request Tracker knows none, and every ticket here belongs to one.");
        }
        for (int row = 0; row < mapping.companies().size(); row++) {
            company(mapping.companies().get(row), row);
        }
        needed(Place.DEFAULT_QUEUE, mapping.defaultQueue(), "Choose the queue for new tickets.");
        priorities();
        if (!mapping.catalogs().isEmpty()) {
            needed(Place.DEFAULT_CATALOG, mapping.defaultCatalog(), "Choose the catalogue for new assets.");
        }
        if (!mapping.defaultClass().isBlank()) {
            needed(Place.ARTICLE_BODY, mapping.articleBody(), "Choose the field that holds the text of articles.");
        }
    }

    private void company(Company company, int row) {
        if (company.name().isBlank()) {
            say(Place.COMPANY_NAME, row, "Give the company a name.");
        } else if (taken("company " + company.name(), row)) {
            say(Place.COMPANY_NAME, row, "There is another company of this name.");
        }
        if (mapping.companyBy() == CompanyBy.DOMAIN && company.domains().isEmpty()) {
            say(Place.COMPANY_DOMAINS, row, "Name a domain of its people's addresses.");
        }
        for (String domain : company.domains()) {
            if (!DOMAIN.matcher(domain).matches()) {
                say(Place.COMPANY_DOMAINS, row, "This is no domain: " + domain);
            } else if (taken("domain " + domain, row)) {
                say(Place.COMPANY_DOMAINS, row, domain + " is another company's.");
            }
        }
        if (mapping.companyBy() == CompanyBy.QUEUE && company.queues().isEmpty()) {
            say(Place.COMPANY_QUEUES, row, "Choose its queue.");
        }
        for (String queue : company.queues()) {
            if (mapping.companyBy() == CompanyBy.QUEUE && taken("queue " + queue, row)) {
                say(Place.COMPANY_QUEUES, row, queue + " is another company's.");
            }
        }
        if (mapping.companyBy() == CompanyBy.DOMAIN && company.contact().isBlank()) {
            say(Place.COMPANY_CONTACT, row, "Without an address, a new ticket would belong to no company.");
        } else if (!company.contact().isBlank()
                && !ADDRESS.matcher(company.contact()).matches()) {
            say(Place.COMPANY_CONTACT, row, "This is no mail address.");
        }
        if (company.agreement().isBlank() != company.agreementKind().isBlank()) {
            say(
                    Place.COMPANY_AGREEMENT,
                    row,
                    company.agreement().isBlank() ? "Name the agreement." : "Choose what kind of agreement it is.");
        }
    }

    /** Whether another row has it already. */
    private boolean taken(String what, int row) {
        String first = owners.putIfAbsent(what.toLowerCase(Locale.ROOT), Integer.toString(row));
        return first != null && !first.equals(Integer.toString(row));
    }

    private void priorities() {
        long above = Long.MAX_VALUE;
        for (int row = 0; row < PRIORITIES.size(); row++) {
            Integer least = mapping.priorities().get(PRIORITIES.get(row));
            if (least == null) {
                say(Place.PRIORITY, row, "Type a whole number.");
            } else if (least >= above) {
                say(Place.PRIORITY, row, "This has to be less than the number above.");
            }
            above = least == null ? above : least;
        }
    }

    private void needed(Place place, String text, String sentence) {
        if (text.isBlank()) {
            say(place, 0, sentence);
        }
    }

    private void say(Place place, int row, String sentence) {
        found.add(new MappingComplaint(place, row, sentence));
    }
}
