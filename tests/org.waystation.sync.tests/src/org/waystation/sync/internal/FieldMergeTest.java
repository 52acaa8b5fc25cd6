package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;

class FieldMergeTest {

    private static final UUID RECORD = Workstation.id(7);
    private static final UUID OPERATION = Workstation.id(8);

    private final FieldMerge fieldMerge = new FieldMerge();

    @Test
    void keepsMineWhereTheyChangedAnotherField() {
        Merge.Rebased rebased =
                rebased(update(change("status", "new", "in_progress")), theirs("status", "new", "priority", "p1"));

        assertEquals(5, rebased.operation().baseVersion());
        assertEquals(
                List.of(change("status", "new", "in_progress")),
                rebased.operation().changes());
        assertEquals(OPERATION, rebased.operation().id());
    }

    @Test
    void isThereAlreadyWhereBothWantedTheSame() {
        assertInstanceOf(
                Merge.AlreadyThere.class,
                merge(update(change("status", "new", "resolved")), theirs("status", "resolved")));
    }

    @Test
    void sendsOnlyWhatIsNotThereYet() {
        Merge.Rebased rebased = rebased(
                update(change("status", "new", "resolved"), change("subject", "a", "b")),
                theirs("status", "resolved", "subject", "a"));

        assertEquals(List.of(change("subject", "a", "b")), rebased.operation().changes());
    }

    @Test
    void clashesWhereBothChangedTheSameFieldToDifferentValues() {
        Merge.Clash clash = clash(
                update(change("subject", "Printer", "Printer is jammed"), change("priority", "p3", "p2")),
                theirs("subject", "Printer is on fire", "priority", "p3"));

        Problem problem = clash.problem();
        assertEquals("conflict", problem.code());
        assertEquals(
                List.of("subject"),
                problem.errors().stream().map(Problem.FieldError::field).toList());
        String detail = problem.errors().getFirst().detail();
        assertTrue(detail.contains("“Printer”"), detail);
        assertTrue(detail.contains("“Printer is jammed”"), detail);
        assertTrue(detail.contains("“Printer is on fire”"), detail);
    }

    @Test
    void clashesWhereTheyEmptiedWhatIChanged() {
        Map<String, Object> emptied = new HashMap<>();
        emptied.put("assigneeId", null);

        Merge.Clash clash = clash(update(change("assigneeId", "a", "b")), record(emptied));

        assertTrue(clash.problem().errors().getFirst().detail().endsWith("became empty"));
    }

    @Test
    void missingAndNullAreTheSame() {
        assertEquals(
                1,
                rebased(update(change("assigneeId", null, "b")), theirs())
                        .operation()
                        .changes()
                        .size());
    }

    @Test
    void numbersAreEqualByValue() {
        Merge.Rebased rebased = rebased(update(change("minutes", 30, 45)), theirs("minutes", new BigDecimal("30.0")));

        assertEquals(1, rebased.operation().changes().size());
        assertInstanceOf(Merge.AlreadyThere.class, merge(update(change("minutes", 30, 45)), theirs("minutes", 45L)));
    }

    @Test
    void listsThatAreNoSetsAreComparedInTheirOrder() {
        assertEquals(
                1,
                rebased(update(change("steps", List.of(1, 2), List.of(1))), theirs("steps", List.of(1L, 2L)))
                        .operation()
                        .changes()
                        .size());
        clash(update(change("steps", List.of(1, 2), List.of(1))), theirs("steps", List.of(2, 1)));
    }

    @Test
    void tagsMergeAsSets() {
        Merge.Rebased rebased = rebased(
                update(change("tags", List.of("vpn", "old"), List.of("vpn", "mine"))),
                theirs("tags", List.of("vpn", "old", "theirs")));

        assertEquals(
                List.of(change("tags", List.of("vpn", "old", "theirs"), List.of("vpn", "theirs", "mine"))),
                rebased.operation().changes());
    }

    @Test
    void tagsInAnotherOrderAreTheSame() {
        assertInstanceOf(
                Merge.AlreadyThere.class,
                merge(update(change("tags", List.of("a"), List.of("a", "b"))), theirs("tags", List.of("b", "a"))));
    }

    @Test
    void tagsWhoseMergeIsWhatTheyHaveNeedNothing() {
        assertInstanceOf(
                Merge.AlreadyThere.class,
                merge(update(change("tags", List.of("a", "x"), List.of("a"))), theirs("tags", List.of("a", "theirs"))));
    }

    @Test
    void tagsFromNothingMergeToo() {
        Merge.Rebased rebased =
                rebased(update(change("tags", null, List.of("mine"))), theirs("tags", List.of("theirs")));

        assertEquals(
                List.of("theirs", "mine"),
                rebased.operation().changes().getFirst().newValue());
    }

    @Test
    void aListWithNullsDoesNotBreakTheMerge() {
        merge(update(change("tags", Arrays.asList("a", null), List.of("b"))), theirs("tags", List.of("c")));
    }

    @Test
    void anUpdateOfADeletedRecordNeedsAPerson() {
        Merge merge = fieldMerge.merge(update(change("subject", "a", "b")), Optional.empty(), false);

        assertTrue(assertInstanceOf(Merge.Clash.class, merge).problem().title().contains("deleted"));
    }

    @Test
    void aDeletionOfADeletedRecordIsDone() {
        assertInstanceOf(Merge.AlreadyGone.class, fieldMerge.merge(delete(), Optional.empty(), false));
    }

    @Test
    void aDeletionOfAChangedRecordNeedsAPerson() {
        assertInstanceOf(Merge.Clash.class, merge(delete(), theirs("subject", "b")));
    }

    @Test
    void aCreationOfWhatIsThereIsDone() {
        for (EntityKind kind : List.of(EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.TICKET)) {
            Operation create = new Operation(
                    OPERATION,
                    Operation.Type.CREATE,
                    kind,
                    RECORD,
                    0,
                    List.of(change("body", null, "mine")),
                    List.of(),
                    Instant.EPOCH);
            assertInstanceOf(Merge.AlreadyThere.class, merge(create, theirs("body", "corrected since")));
        }
    }

    @Test
    void whoInsistsGetsTheirWayOnTopOfWhatIsThere() {
        Merge merge = fieldMerge.merge(
                update(change("subject", "a", "mine")), Optional.of(theirs("subject", "theirs")), true);

        assertEquals(
                List.of(change("subject", "theirs", "mine")),
                assertInstanceOf(Merge.Rebased.class, merge).operation().changes());
        assertEquals(
                5,
                assertInstanceOf(
                                Merge.Rebased.class,
                                fieldMerge.merge(delete(), Optional.of(theirs("subject", "theirs")), true))
                        .operation()
                        .baseVersion());
    }

    private Merge merge(Operation mine, EntityRecord theirs) {
        return fieldMerge.merge(mine, Optional.of(theirs), false);
    }

    private Merge.Rebased rebased(Operation mine, EntityRecord theirs) {
        return assertInstanceOf(Merge.Rebased.class, merge(mine, theirs));
    }

    private Merge.Clash clash(Operation mine, EntityRecord theirs) {
        return assertInstanceOf(Merge.Clash.class, merge(mine, theirs));
    }

    private static FieldChange change(String field, Object from, Object to) {
        return new FieldChange(field, from, to);
    }

    private static Operation update(FieldChange... changes) {
        return operation(Operation.Type.UPDATE, changes);
    }

    private static Operation delete() {
        return operation(Operation.Type.DELETE);
    }

    private static Operation operation(Operation.Type type, FieldChange... changes) {
        return new Operation(OPERATION, type, EntityKind.TICKET, RECORD, 3, List.of(changes), List.of(), Instant.EPOCH);
    }

    private static EntityRecord theirs(Object... fields) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            data.put((String) fields[i], fields[i + 1]);
        }
        return record(data);
    }

    private static EntityRecord record(Map<String, Object> data) {
        return new EntityRecord(EntityKind.TICKET, RECORD, 5, 50, data);
    }
}
