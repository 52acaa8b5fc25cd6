package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Every field of every kind that people edit, in every way in which two sides can have changed it. */
class MergeMatrixTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID OPERATION = new UUID(3, 4);

    private final FieldMerge merge = new FieldMerge();

    /** Who changed the field. */
    private enum Case {
        NONE,
        MINE,
        THEIRS,
        SAME,
        BOTH,
        DELETED_THERE,
        DELETED_HERE
    }

    /** How values of a field merge. */
    private enum Shape {
        SCALAR,
        SET,
        TEXT
    }

    private record Field(EntityKind kind, String name, Shape shape, Object base, Object mine, Object theirs) {}

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String name : List.of(
                "subject",
                "priority",
                "status",
                "assigneeId",
                "contactId",
                "assetId",
                "agreementId",
                "companyId",
                "type",
                "origin",
                "source",
                "responseDueAt",
                "resolutionDueAt")) {
            fields.add(new Field(EntityKind.TICKET, name, Shape.SCALAR, "base", "mine", "theirs"));
        }
        for (String name : List.of("tags", "watchers")) {
            fields.add(new Field(
                    EntityKind.TICKET,
                    name,
                    Shape.SET,
                    List.of("a", "b"),
                    List.of("a", "mine"),
                    List.of("b", "a", "theirs")));
        }
        for (String name : List.of("name", "city", "phone", "domain")) {
            fields.add(new Field(EntityKind.COMPANY, name, Shape.SCALAR, "base", "mine", "theirs"));
        }
        for (String name : List.of("name", "email", "phone", "role")) {
            fields.add(new Field(EntityKind.CONTACT, name, Shape.SCALAR, "base", "mine", "theirs"));
        }
        for (String name : List.of("name", "state", "role", "location", "serial", "warrantyEndsOn")) {
            fields.add(new Field(EntityKind.ASSET, name, Shape.SCALAR, "base", "mine", "theirs"));
        }
        fields.add(new Field(
                EntityKind.NOTE, "body", Shape.TEXT, "1\n2\n3\n4\n5", "mine\n2\n3\n4\n5", "1\n2\n3\n4\ntheirs"));
        fields.add(new Field(EntityKind.TIME_ENTRY, "minutes", Shape.SCALAR, 10, 20, 30));
        fields.add(new Field(EntityKind.TIME_ENTRY, "billable", Shape.SCALAR, "base", true, false));
        return fields;
    }

    @TestFactory
    Stream<DynamicTest> everyFieldInEveryCase() {
        return fields().stream()
                .flatMap(field -> Stream.of(Case.values())
                        .map(which -> DynamicTest.dynamicTest(
                                field.kind() + "." + field.name() + " " + which, () -> check(field, which))));
    }

    private void check(Field field, Case which) {
        switch (which) {
            case NONE -> nothingToSend(field);
            case MINE -> expectRebased(field, update(field, field.mine()), field.base(), field.mine());
            case THEIRS -> theirsAloneStays(field);
            case SAME ->
                assertTrue(
                        run(update(field, field.mine()), Optional.of(record(field, field.mine())))
                                instanceof Merge.AlreadyThere);
            case BOTH -> both(field);
            case DELETED_THERE -> assertTrue(run(update(field, field.mine()), Optional.empty()) instanceof Merge.Clash);
            case DELETED_HERE ->
                assertTrue(run(deletion(field), Optional.of(record(field, field.theirs()))) instanceof Merge.Clash);
        }
    }

    /** The record changed, but neither side changed this field. */
    private void nothingToSend(Field field) {
        Operation unchanged = update(field, field.base());
        assertTrue(run(unchanged, Optional.of(record(field, field.base()))) instanceof Merge.AlreadyThere);
    }

    /** We changed another field: theirs is not among what we send. */
    private void theirsAloneStays(Field field) {
        Operation other = new Operation(
                OPERATION,
                Operation.Type.UPDATE,
                field.kind(),
                ID,
                1,
                List.of(new FieldChange("other", "x", "y")),
                List.of(),
                Instant.EPOCH);
        EntityRecord theirs = record(field, field.theirs());
        Map<String, Object> data = new LinkedHashMap<>(theirs.data());
        data.put("other", "x");
        if (run(other, Optional.of(theirs.withData(data))) instanceof Merge.Rebased rebased) {
            assertEquals(
                    List.of("other"),
                    rebased.operation().changes().stream()
                            .map(FieldChange::field)
                            .toList());
            assertEquals(field.theirs(), rebased.onto().data().get(field.name()));
        } else {
            fail("not merged");
        }
    }

    private void both(Field field) {
        Merge result = run(update(field, field.mine()), Optional.of(record(field, field.theirs())));
        switch (field.shape()) {
            case SCALAR -> assertTrue(result instanceof Merge.Clash, "overwritten without a word");
            case SET -> assertEquals(List.of("a", "theirs", "mine"), merged(result));
            case TEXT -> assertEquals("mine\n2\n3\n4\ntheirs", merged(result));
        }
    }

    private static Object merged(Merge result) {
        return ((Merge.Rebased) result).operation().changes().getFirst().newValue();
    }

    private void expectRebased(Field field, Operation mine, Object theirs, Object expected) {
        Merge result = run(mine, Optional.of(record(field, theirs)));
        assertEquals(expected, merged(result));
        assertEquals(5, ((Merge.Rebased) result).operation().baseVersion());
    }

    private Merge run(Operation mine, Optional<EntityRecord> theirs) {
        return merge.merge(mine, theirs, false);
    }

    private static EntityRecord record(Field field, Object value) {
        return new EntityRecord(field.kind(), ID, 5, 50, Map.of(field.name(), value));
    }

    private static Operation update(Field field, Object value) {
        return new Operation(
                OPERATION,
                Operation.Type.UPDATE,
                field.kind(),
                ID,
                1,
                List.of(new FieldChange(field.name(), field.base(), value)),
                List.of(),
                Instant.EPOCH);
    }

    private static Operation deletion(Field field) {
        return new Operation(
                OPERATION, Operation.Type.DELETE, field.kind(), ID, 1, List.of(), List.of(), Instant.EPOCH);
    }
}
