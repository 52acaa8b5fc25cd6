package org.waystation.server.sample;

import static org.waystation.server.kind.FieldType.Moment.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.record.Hashes;

/** The chain of one workstation's audit entries. */
final class AuditTrail {

    private final RecordMaker maker;
    private final UUID deviceId;
    private final SplittableRandom random;

    private long position;
    private String head = "";

    AuditTrail(RecordMaker maker, Instant since, long seed) {
        this.maker = maker;
        this.random = new SplittableRandom(seed ^ 0x0A0D17L);
        this.deviceId = SampleIds.make(since, random);
    }

    void add(UUID companyId, UUID userId, Instant at, String action, String subject) {
        String previous = head;
        position++;
        head = Hashes.sha256((previous + position + wire(at) + action + subject).getBytes(StandardCharsets.UTF_8));
        maker.make(EntityKind.AUDIT_ENTRY, SampleIds.make(at, random), Optional.of(companyId), json -> {
            json.writeStringField("companyId", companyId.toString());
            json.writeStringField("userId", userId.toString());
            json.writeStringField("deviceId", deviceId.toString());
            json.writeNumberField("position", position);
            json.writeStringField("at", wire(at));
            json.writeStringField("action", action);
            json.writeStringField("subject", subject);
            if (!previous.isEmpty()) {
                json.writeStringField("previousHash", previous);
            }
            json.writeStringField("hash", head);
        });
    }
}
