package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AGREEMENT;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.CONTACT;
import static org.waystation.api.record.EntityKind.SITE;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.server.kind.FieldType.Day;
import org.waystation.server.kind.FieldType.Flag;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Whole;
import org.waystation.server.kind.FieldType.Word;

/** Customers, where they are, who they are and what was agreed. */
final class CustomerKinds {

    private static final int MINUTES_MAX = 366 * 24 * 60;

    private static final Structure TARGET = Structure.of(
            required("responseMinutes", new Whole(1, MINUTES_MAX)),
            required("resolutionMinutes", new Whole(1, MINUTES_MAX)));

    private static final Structure OPEN_HOURS = Structure.of(
            required("days", new ListOf(new Word(days()), 7)),
            required("from", Matching.TIME_OF_DAY),
            required("to", Matching.TIME_OF_DAY));

    private static final Structure SERVICE_LEVEL = Structure.of(
            required("timeZone", new TimeZoneName()),
            optional("hours", new ListOf(OPEN_HOURS, 50)),
            optional("holidays", new ListOf(new Day(), 500)),
            optional(
                    "targets",
                    Structure.of(Priority.KNOWN.stream()
                            .map(priority -> optional(priority.code(), TARGET))
                            .toArray(FieldDefinition[]::new))),
            optional("pausesOn", new ListOf(CommonTypes.words(TicketStatus.KNOWN), 10)));

    static final KindDefinition COMPANIES = KindDefinition.of(COMPANY, "companies")
            .with(
                    required("name", CommonTypes.NAME),
                    optional("city", CommonTypes.SHORT),
                    optional("phone", CommonTypes.PHONE),
                    optional("domain", new Text(0, 253)),
                    optional("endpoints", new Whole(0, 1_000_000)),
                    optional("beforeWork", CommonTypes.REMARKS));

    static final KindDefinition SITES = KindDefinition.of(SITE, "sites")
            .filteredBy("companyId")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    required("name", CommonTypes.NAME),
                    optional("address", new Text(0, 500)),
                    optional("city", CommonTypes.SHORT),
                    optional("postcode", new Text(0, 20)),
                    optional("country", Matching.COUNTRY),
                    optional("timeZone", new TimeZoneName()),
                    optional("phone", CommonTypes.PHONE),
                    optional("directions", CommonTypes.REMARKS));

    static final KindDefinition AGREEMENTS = KindDefinition.of(AGREEMENT, "agreements")
            .filteredBy("companyId")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    required("name", CommonTypes.NAME),
                    required("kind", CommonTypes.words(AgreementKind.KNOWN)),
                    optional("coverage", new Text(0, 1_000)),
                    optional("coveredKinds", new ListOf(CommonTypes.words(AssetKind.KNOWN), 50)),
                    optional("hoursPerMonth", new Whole(0, 100_000)),
                    optional("monthlyFee", CommonTypes.MONEY),
                    optional("hourlyRate", CommonTypes.MONEY),
                    optional("startsOn", new Day()),
                    optional("endsOn", new Day()),
                    optional("serviceLevel", SERVICE_LEVEL));

    static final KindDefinition CONTACTS = KindDefinition.of(CONTACT, "contacts")
            .filteredBy("companyId", "siteId")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    optional("siteId", new Reference(SITE)),
                    required("name", CommonTypes.NAME),
                    optional("email", CommonTypes.EMAIL),
                    optional("phone", CommonTypes.PHONE),
                    optional("mobile", CommonTypes.PHONE),
                    optional("role", CommonTypes.SHORT),
                    optional("primary", new Flag()),
                    optional("vip", new Flag()),
                    optional("timeZone", new TimeZoneName()),
                    optional("remarks", CommonTypes.REMARKS));

    private CustomerKinds() {}

    private static List<String> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static List<KindDefinition> all() {
        return List.of(COMPANIES, SITES, AGREEMENTS, CONTACTS);
    }
}
