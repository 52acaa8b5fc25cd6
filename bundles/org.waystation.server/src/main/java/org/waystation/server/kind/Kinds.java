package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AGREEMENT;
import static org.waystation.api.record.EntityKind.ASSET;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.CONTACT;
import static org.waystation.api.record.EntityKind.NOTE;
import static org.waystation.api.record.EntityKind.TICKET;
import static org.waystation.api.record.EntityKind.TIME_ENTRY;
import static org.waystation.api.record.EntityKind.USER;
import static org.waystation.server.kind.FieldDefinition.kept;
import static org.waystation.server.kind.FieldDefinition.keptAlways;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.FieldType.Day;
import org.waystation.server.kind.FieldType.Flag;
import org.waystation.server.kind.FieldType.Moment;
import org.waystation.server.kind.FieldType.Properties;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Texts;
import org.waystation.server.kind.FieldType.Whole;
import org.waystation.server.kind.FieldType.Word;

/** The kinds this server keeps. A test holds them against the OpenAPI document. */
public final class Kinds {

    private static final Text NAME = new Text(1, 200);
    private static final Text LINE = new Text(0, 200);
    private static final Text SHORT = new Text(0, 100);
    private static final Text PHONE = new Text(0, 50);
    private static final Text EMAIL = new Text(0, 254);
    private static final Set<Operation.Type> NOT_WRITABLE = Set.of();
    private static final Set<Operation.Type> ALL = EnumSet.allOf(Operation.Type.class);

    /** In the order in which a snapshot sends them: what is referred to comes first. */
    private static final Map<EntityKind, KindDefinition> BY_KIND = index(
            define(
                    USER,
                    "users",
                    NOT_WRITABLE,
                    null,
                    List.of(),
                    required("name", NAME),
                    optional("email", EMAIL),
                    optional("system", new Flag())),
            define(
                    COMPANY,
                    "companies",
                    ALL,
                    null,
                    List.of(),
                    required("name", NAME),
                    optional("city", SHORT),
                    optional("phone", PHONE),
                    optional("domain", new Text(0, 253)),
                    optional("endpoints", new Whole(0, 1_000_000))),
            define(
                    AGREEMENT,
                    "agreements",
                    ALL,
                    null,
                    List.of("companyId"),
                    required("companyId", new Reference(COMPANY)),
                    required("name", NAME),
                    required("kind", words(AgreementKind.KNOWN)),
                    optional("coverage", new Text(0, 1_000)),
                    optional("hoursPerMonth", new Whole(0, 100_000)),
                    optional("startsOn", new Day()),
                    optional("endsOn", new Day())),
            define(
                    CONTACT,
                    "contacts",
                    ALL,
                    null,
                    List.of("companyId"),
                    required("companyId", new Reference(COMPANY)),
                    required("name", NAME),
                    optional("email", EMAIL),
                    optional("phone", PHONE),
                    optional("role", SHORT)),
            define(
                    ASSET,
                    "assets",
                    ALL,
                    null,
                    List.of("companyId"),
                    required("companyId", new Reference(COMPANY)),
                    required("name", NAME),
                    required("kind", words(AssetKind.KNOWN)),
                    required("state", words(AssetState.KNOWN)),
                    optional("role", LINE),
                    optional("location", LINE),
                    optional("manufacturer", LINE),
                    optional("model", LINE),
                    optional("serial", LINE),
                    optional("purchasedOn", new Day()),
                    optional("warrantyEndsOn", new Day()),
                    optional("supportEndsOn", new Day()),
                    optional("refreshPlannedOn", new Day()),
                    optional("properties", new Properties(200, 100, 2_000))),
            define(
                    TICKET,
                    "tickets",
                    ALL,
                    null,
                    List.of("companyId", "agreementId", "contactId", "assetId", "assigneeId", "status", "number"),
                    keptAlways("number", new Whole(1, Long.MAX_VALUE)),
                    required("subject", new Text(1, Ticket.SUBJECT_MAX)),
                    required("companyId", new Reference(COMPANY)),
                    optional("agreementId", new Reference(AGREEMENT)),
                    optional("contactId", new Reference(CONTACT)),
                    optional("assetId", new Reference(ASSET)),
                    optional("assigneeId", new Reference(USER)),
                    required("type", words(TicketType.KNOWN)),
                    required("origin", words(Origin.KNOWN)),
                    optional("source", new Text(0, 50)),
                    required("priority", words(Priority.KNOWN)),
                    required("status", words(TicketStatus.KNOWN)),
                    keptAlways("createdAt", new Moment()),
                    keptAlways("updatedAt", new Moment()),
                    kept("respondedAt", new Moment()),
                    optional("responseDueAt", new Moment()),
                    optional("resolutionDueAt", new Moment()),
                    kept("resolvedAt", new Moment()),
                    kept("pausedAt", new Moment()),
                    optional("tags", new Texts(20, 50))),
            define(
                    NOTE,
                    "notes",
                    ALL,
                    "ticketId",
                    List.of("ticketId"),
                    required("ticketId", new Reference(TICKET)),
                    kept("authorId", new Reference(USER)),
                    keptAlways("authorName", LINE),
                    required("visibility", words(Visibility.KNOWN)),
                    required("body", new Text(1, Note.BODY_MAX)),
                    required("createdAt", new Moment())),
            define(
                    TIME_ENTRY,
                    "time-entries",
                    ALL,
                    "ticketId",
                    List.of("ticketId"),
                    required("ticketId", new Reference(TICKET)),
                    keptAlways("userId", new Reference(USER)),
                    required("minutes", new Whole(1, TimeEntry.MINUTES_MAX)),
                    required("workType", words(WorkType.KNOWN)),
                    required("billable", new Flag()),
                    optional("comment", new Text(0, TimeEntry.COMMENT_MAX)),
                    required("startedAt", new Moment())));

    private Kinds() {}

    public static Collection<KindDefinition> all() {
        return BY_KIND.values();
    }

    public static Optional<KindDefinition> find(EntityKind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    /** The kind by its word on the wire. */
    public static Optional<KindDefinition> find(String code) {
        return all().stream()
                .filter(definition -> definition.kind().code().equals(code))
                .findFirst();
    }

    private static KindDefinition define(
            EntityKind kind,
            String path,
            Set<Operation.Type> writable,
            @Nullable String parent,
            List<String> filters,
            FieldDefinition... fields) {
        Map<String, FieldDefinition> byName = Arrays.stream(fields)
                .collect(Collectors.toMap(FieldDefinition::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return new KindDefinition(kind, path, byName, writable, Optional.ofNullable(parent), filters);
    }

    private static Map<EntityKind, KindDefinition> index(KindDefinition... definitions) {
        Map<EntityKind, KindDefinition> byKind = new LinkedHashMap<>();
        for (KindDefinition definition : definitions) {
            byKind.put(definition.kind(), definition);
        }
        return Collections.unmodifiableMap(byKind);
    }

    private static Word words(List<? extends Term> known) {
        return new Word(known.stream().map(Term::code).toList());
    }
}
