package org.waystation.backend.rt.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.map.Directory.Place;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;

/** People, queues as teams, and the companies and agreements of the mapping, as records that cannot be changed from here. */
public final class People {

    private static final List<String> NOTHING = List.of();

    private final RtIds ids;
    private final Meaning meaning;

    public People(RtIds ids, Meaning meaning) {
        this.ids = ids;
        this.meaning = meaning;
    }

    public EntityRecord of(Person person, long sequence) {
        Record record = new Record().text("name", person.shown()).text("email", person.email());
        record.text("phone", person.phone());
        if (person.staff()) {
            record.value("system", person.system()).value("inactive", person.disabled());
            return record.as(EntityKind.USER, person.id(), 1, sequence, NOTHING);
        }
        record.text("mobile", person.mobile());
        record.id("companyId", meaning.companyOf(person).map(meaning::id));
        return record.as(EntityKind.CONTACT, person.id(), 1, sequence, NOTHING);
    }

    public EntityRecord team(Place queue, long sequence) {
        return new Record()
                .text("name", queue.name())
                .text("email", queue.email())
                .list("memberIds", List.of())
                .as(EntityKind.TEAM, ids.of(Numbered.QUEUE, queue.number()), 1, sequence, NOTHING);
    }

    /** Companies and what was agreed with them. */
    public List<EntityRecord> companies(long sequence) {
        List<EntityRecord> records = new ArrayList<>();
        for (Company company : meaning.mapping().companies()) {
            Record record = new Record().text("name", company.name());
            record.text("domain", company.domains().stream().findFirst().orElse(""));
            records.add(record.as(EntityKind.COMPANY, meaning.id(company), 1, sequence, NOTHING));
            meaning.agreement(company)
                    .ifPresent(id -> records.add(new Record()
                            .id("companyId", Optional.of(meaning.id(company)))
                            .text("name", company.agreement())
                            .text("kind", company.agreementKind())
                            .as(EntityKind.AGREEMENT, id, 1, sequence, NOTHING)));
        }
        return records;
    }
}
