package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AUDIT_ENTRY;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.SAVED_VIEW;
import static org.waystation.api.record.EntityKind.TEAM;
import static org.waystation.api.record.EntityKind.USER;
import static org.waystation.server.kind.FieldDefinition.keptAlways;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.util.List;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.FieldType.Flag;
import org.waystation.server.kind.FieldType.Moment;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Texts;
import org.waystation.server.kind.FieldType.Whole;

/** What belongs to the provider itself. */
final class ProviderKinds {

    static final KindDefinition USERS = KindDefinition.of(USER, "users")
            .readOnly()
            .with(
                    required("name", CommonTypes.NAME),
                    optional("email", CommonTypes.EMAIL),
                    optional("system", new Flag()),
                    optional("title", CommonTypes.SHORT),
                    optional("phone", CommonTypes.PHONE),
                    optional("timeZone", new TimeZoneName()),
                    optional("inactive", new Flag()));

    static final KindDefinition TEAMS = KindDefinition.of(TEAM, "teams")
            .with(
                    required("name", CommonTypes.NAME),
                    optional("email", CommonTypes.EMAIL),
                    optional("leadId", new Reference(USER)),
                    optional("memberIds", CommonTypes.ids(USER, 500)));

    static final KindDefinition SAVED_VIEWS = KindDefinition.of(SAVED_VIEW, "saved-views")
            .filteredBy("ownerId")
            .with(
                    keptAlways("ownerId", new Reference(USER)),
                    required("name", CommonTypes.NAME),
                    required("lists", new Text(1, 40)),
                    optional("query", new Text(0, 2_000)),
                    optional("columns", new Texts(50, 50)),
                    optional("sortBy", new Text(0, 51)),
                    optional("groupBy", new Text(0, 50)),
                    optional("shared", new Flag()));

    static final KindDefinition AUDIT_ENTRIES = KindDefinition.of(AUDIT_ENTRY, "audit-entries")
            .only(Operation.Type.CREATE)
            .filteredBy("companyId", "deviceId")
            .with(
                    optional("companyId", new Reference(COMPANY)),
                    keptAlways("userId", new Reference(USER)),
                    optional("actor", new Text(0, 200)),
                    required("deviceId", Matching.ID),
                    required("position", new Whole(1, Long.MAX_VALUE)),
                    required("at", new Moment()),
                    required("action", new Text(1, 100)),
                    optional("subject", new Text(0, 300)),
                    optional("detail", new Text(0, 2_000)),
                    optional("previousHash", Matching.SHA256),
                    required("hash", Matching.SHA256));

    private ProviderKinds() {}

    static List<KindDefinition> all() {
        return List.of(USERS, TEAMS, SAVED_VIEWS, AUDIT_ENTRIES);
    }
}
