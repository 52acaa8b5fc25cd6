package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AGREEMENT;
import static org.waystation.api.record.EntityKind.ALERT;
import static org.waystation.api.record.EntityKind.ASSET;
import static org.waystation.api.record.EntityKind.ASSET_REVISION;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.CONTACT;
import static org.waystation.api.record.EntityKind.REMOTE_SESSION;
import static org.waystation.api.record.EntityKind.SITE;
import static org.waystation.api.record.EntityKind.TICKET;
import static org.waystation.api.record.EntityKind.USER;
import static org.waystation.server.kind.FieldDefinition.kept;
import static org.waystation.server.kind.FieldDefinition.keptAlways;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.util.List;
import org.waystation.api.domain.AlertSeverity;
import org.waystation.api.domain.AlertState;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetRelationType;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.SessionProtocol;
import org.waystation.server.kind.FieldType.Day;
import org.waystation.server.kind.FieldType.Moment;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Whole;

/** Assets and what happens on them. */
final class AssetKinds {

    private static final Structure RELATION = Structure.of(
            required("type", CommonTypes.words(AssetRelationType.KNOWN)),
            optional("assetId", new Reference(ASSET)),
            optional("contactId", new Reference(CONTACT)));

    static final KindDefinition ASSETS = KindDefinition.of(ASSET, "assets")
            .filteredBy("companyId", "siteId", "kind", "state")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    optional("siteId", new Reference(SITE)),
                    optional("agreementId", new Reference(AGREEMENT)),
                    required("name", CommonTypes.NAME),
                    required("kind", CommonTypes.words(AssetKind.KNOWN)),
                    required("state", CommonTypes.words(AssetState.KNOWN)),
                    optional("role", CommonTypes.LINE),
                    optional("location", CommonTypes.LINE),
                    optional("manufacturer", CommonTypes.LINE),
                    optional("model", CommonTypes.LINE),
                    optional("serial", CommonTypes.LINE),
                    optional("supplier", CommonTypes.LINE),
                    optional("purchasedOn", new Day()),
                    optional("warrantyEndsOn", new Day()),
                    optional("supportEndsOn", new Day()),
                    optional("refreshPlannedOn", new Day()),
                    optional("retiredOn", new Day()),
                    optional("purchasePrice", CommonTypes.MONEY),
                    optional("replacementCost", CommonTypes.MONEY),
                    optional("monthlyCost", CommonTypes.MONEY),
                    optional("relations", new ListOf(RELATION, 200)),
                    optional("tags", CommonTypes.TAGS),
                    optional("properties", CommonTypes.CUSTOM_FIELDS),
                    optional("customFields", CommonTypes.CUSTOM_FIELDS));

    static final KindDefinition ASSET_REVISIONS = KindDefinition.of(ASSET_REVISION, "asset-revisions")
            .readOnly()
            .partOf("assetId")
            .filteredBy("assetId")
            .with(
                    required("assetId", new Reference(ASSET)),
                    optional("userId", new Reference(USER)),
                    required("at", new Moment()),
                    required(
                            "changes",
                            new ListOf(
                                    Structure.of(
                                            required("field", CommonTypes.LINE),
                                            optional("before", new Text(0, 20_000)),
                                            optional("after", new Text(0, 20_000))),
                                    1_000)));

    static final KindDefinition ALERTS = KindDefinition.of(ALERT, "alerts")
            .filteredBy("companyId", "assetId", "ticketId", "state", "severity")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    optional("assetId", new Reference(ASSET)),
                    optional("ticketId", new Reference(TICKET)),
                    required("title", CommonTypes.NAME),
                    optional("message", new Text(0, 20_000)),
                    required("severity", CommonTypes.words(AlertSeverity.KNOWN)),
                    required("state", CommonTypes.words(AlertState.KNOWN)),
                    optional("source", CommonTypes.SHORT),
                    optional("key", CommonTypes.LINE),
                    optional("count", new Whole(1, 1_000_000_000)),
                    required("raisedAt", new Moment()),
                    optional("lastSeenAt", new Moment()),
                    kept("acknowledgedAt", new Moment()),
                    kept("acknowledgedBy", new Reference(USER)),
                    kept("resolvedAt", new Moment()));

    static final KindDefinition REMOTE_SESSIONS = KindDefinition.of(REMOTE_SESSION, "remote-sessions")
            .filteredBy("companyId", "assetId", "ticketId")
            .with(
                    required("companyId", new Reference(COMPANY)),
                    required("assetId", new Reference(ASSET)),
                    optional("ticketId", new Reference(TICKET)),
                    keptAlways("userId", new Reference(USER)),
                    required("protocol", CommonTypes.words(SessionProtocol.KNOWN)),
                    optional("target", new Text(0, 300)),
                    required("startedAt", new Moment()),
                    optional("endedAt", new Moment()),
                    optional("reason", new Text(0, 1_000)),
                    // The recording belongs to the session, so it goes first where both go.
                    optional("recordingId", Matching.ID));

    private AssetKinds() {}

    static List<KindDefinition> all() {
        return List.of(ASSETS, ASSET_REVISIONS, ALERTS, REMOTE_SESSIONS);
    }
}
