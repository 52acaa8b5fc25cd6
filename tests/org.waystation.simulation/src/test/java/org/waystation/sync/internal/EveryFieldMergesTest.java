package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.kind.ListOf;
import org.waystation.server.kind.Structure;

/**
 * Every field of every kind that the server knows, in every way in which two people can change it: neither's change is
 * overwritten without a word. The fields are the server's own definitions, so that a new one is here by itself.
 */
class EveryFieldMergesTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID OPERATION = new UUID(3, 4);
    private static final long THEIR_VERSION = 5;

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

    /** A field with a value it had, and one of each side. */
    private record Sample(EntityKind kind, String field, Object base, Object mine, Object theirs) {}

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryKindInEveryCase() {
        List<Sample> samples = Kinds.all().stream()
                .flatMap(kind -> kind.fields().values().stream().map(field -> sample(kind, field)))
                .toList();
        assertTrue(samples.size() > 150, () -> "only " + samples.size() + " fields");
        return samples.stream()
                .flatMap(sample -> Stream.of(Case.values())
                        .map(which -> DynamicTest.dynamicTest(
                                sample.kind() + "." + sample.field() + " " + which, () -> check(sample, which))));
    }

    private static Sample sample(KindDefinition kind, FieldDefinition field) {
        return new Sample(
                kind.kind(),
                field.name(),
                value(field.type(), "base"),
                value(field.type(), "mine"),
                value(field.type(), "theirs"));
    }

    /** A value of the type's shape; whether the server would take it is no matter of merging. */
    private static Object value(FieldType type, String who) {
        return switch (type) {
            case FieldType.Text text
            when text.max() >= 1_000 ->
                switch (who) {
                    case "mine" -> "mine\n2\n3\n4\n5";
                    case "theirs" -> "1\n2\n3\n4\ntheirs";
                    default -> "1\n2\n3\n4\n5";
                };
            case FieldType.Flag flag ->
                who.equals("mine") ? Boolean.TRUE : who.equals("theirs") ? "other" : Boolean.FALSE;
            case FieldType.Whole whole ->
                (long) List.of("both", "base", "mine", "theirs").indexOf(who);
            case FieldType.Texts texts -> List.of("both", who);
            case ListOf list -> List.of(value(list.element(), "both"), value(list.element(), who));
            case Structure structure -> Map.of("member", who);
            case FieldType.Properties properties -> Map.of("name", who);
            default -> who;
        };
    }

    private void check(Sample sample, Case which) {
        switch (which) {
            case NONE ->
                assertInstanceOf(
                        Merge.AlreadyThere.class,
                        run(update(sample, sample.base()), Optional.of(there(sample, sample.base()))));
            case MINE -> {
                Merge.Rebased rebased =
                        rebased(run(update(sample, sample.mine()), Optional.of(there(sample, sample.base()))));
                assertEquals(sample.mine(), change(rebased).newValue());
                assertEquals(THEIR_VERSION, rebased.operation().baseVersion());
            }
            case THEIRS -> theirsAlone(sample);
            case SAME ->
                assertInstanceOf(
                        Merge.AlreadyThere.class,
                        run(update(sample, sample.mine()), Optional.of(there(sample, sample.mine()))));
            case BOTH -> both(sample);
            case DELETED_THERE ->
                assertInstanceOf(Merge.Clash.class, run(update(sample, sample.mine()), Optional.empty()));
            case DELETED_HERE ->
                assertInstanceOf(Merge.Clash.class, run(deletion(sample), Optional.of(there(sample, sample.theirs()))));
        }
    }

    private void theirsAlone(Sample sample) {
        Map<String, Object> data =
                new LinkedHashMap<>(there(sample, sample.theirs()).data());
        data.put("another", "x");
        Operation other = operation(sample, Operation.Type.UPDATE, List.of(new FieldChange("another", "x", "y")));
        Merge.Rebased rebased =
                rebased(run(other, Optional.of(there(sample, sample.theirs()).withData(data))));
        assertEquals("another", change(rebased).field(), "theirs is not among what is sent");
        assertEquals(sample.theirs(), rebased.onto().data().get(sample.field()));
    }

    /** Either somebody is asked, or both are in what is sent. */
    private void both(Sample sample) {
        Merge result = run(update(sample, sample.mine()), Optional.of(there(sample, sample.theirs())));
        if (result instanceof Merge.Clash clash) {
            assertEquals(
                    List.of(sample.field()),
                    clash.problem().errors().stream()
                            .map(error -> error.field())
                            .toList());
            return;
        }
        String sent = Objects.toString(change(rebased(result)).newValue());
        assertTrue(sent.contains("mine") && sent.contains("theirs"), () -> "overwritten without a word: " + sent);
    }

    private static Merge.Rebased rebased(Merge result) {
        return assertInstanceOf(Merge.Rebased.class, result);
    }

    private static FieldChange change(Merge.Rebased rebased) {
        assertEquals(1, rebased.operation().changes().size());
        return rebased.operation().changes().getFirst();
    }

    private Merge run(Operation mine, Optional<EntityRecord> theirs) {
        return merge.merge(mine, theirs, false);
    }

    private static EntityRecord there(Sample sample, Object value) {
        return new EntityRecord(sample.kind(), ID, THEIR_VERSION, 50, Map.of(sample.field(), value));
    }

    private static Operation update(Sample sample, Object value) {
        return operation(sample, Operation.Type.UPDATE, List.of(new FieldChange(sample.field(), sample.base(), value)));
    }

    private static Operation deletion(Sample sample) {
        return operation(sample, Operation.Type.DELETE, List.of());
    }

    private static Operation operation(Sample sample, Operation.Type type, List<FieldChange> changes) {
        return new Operation(OPERATION, type, sample.kind(), ID, 1, changes, List.of(), Instant.EPOCH);
    }
}
