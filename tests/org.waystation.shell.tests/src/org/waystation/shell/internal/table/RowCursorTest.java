package org.waystation.shell.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.live.LiveList;

class RowCursorTest {

    private final RowCursor<UUID> cursor = new RowCursor<>(Display.getDefault(), row -> row);
    private final List<UUID> rows = new ArrayList<>();
    private final List<Optional<UUID>> told = new ArrayList<>();
    private final List<CompletableFuture<Integer>> questions = new ArrayList<>();
    private boolean slow;
    private int unloadedFrom = Integer.MAX_VALUE;

    @BeforeEach
    void fill() {
        for (int i = 0; i < 5; i++) {
            rows.add(new UUID(0, i));
        }
        cursor.use(new Rows());
        cursor.onSelect(() -> told.add(cursor.selectedId()));
    }

    @Test
    void theSelectionMovesWithItsRecord() {
        cursor.select(2);
        rows.add(0, new UUID(0, 99));
        cursor.refresh();
        assertEquals(3, cursor.index());
        assertEquals(List.of(Optional.of(new UUID(0, 2))), told, "it is still the same record");
    }

    @Test
    void whereTheRecordLeavesTheNextIsSelected() {
        cursor.select(2);
        rows.remove(2);
        cursor.refresh();
        assertEquals(Optional.of(new UUID(0, 3)), cursor.selectedId());
        assertEquals(2, cursor.index());
    }

    @Test
    void whereTheLastLeavesTheOneBeforeIsSelected() {
        cursor.select(4);
        rows.remove(4);
        cursor.refresh();
        assertEquals(Optional.of(new UUID(0, 3)), cursor.selectedId());
    }

    @Test
    void whereAllLeaveNoneIsSelected() {
        cursor.select(1);
        rows.clear();
        cursor.refresh();
        assertEquals(Optional.empty(), cursor.selectedId());
        assertEquals(-1, cursor.index());
    }

    @Test
    void aRowThatIsStillLoadingIsSelectedOnceItIsThere() {
        unloadedFrom = 3;
        cursor.select(4);
        assertEquals(List.of(), told);
        unloadedFrom = Integer.MAX_VALUE;
        cursor.refresh();
        assertEquals(List.of(Optional.of(new UUID(0, 4))), told);
    }

    @Test
    void aLateAnswerDoesNotUndoANewerChoice() {
        slow = true;
        cursor.select(new UUID(0, 4));
        slow = false;
        cursor.select(1);
        questions.getFirst().complete(4);
        assertEquals(1, cursor.index());
    }

    @Test
    void anotherListKeepsTheSelectionWhereItHoldsTheRecord() {
        cursor.select(3);
        rows.subList(0, 2).clear();
        cursor.use(new Rows());
        assertEquals(1, cursor.index());
        assertEquals(Optional.of(new UUID(0, 3)), cursor.selectedId());
    }

    /** What the test keeps in {@code rows}. */
    private final class Rows implements LiveList<UUID> {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public UUID get(int index) {
            return index >= unloadedFrom ? null : rows.get(index);
        }

        @Override
        public CompletionStage<Integer> indexOf(UUID id) {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            questions.add(answer);
            if (!slow) {
                answer.complete(rows.indexOf(id));
            }
            return answer;
        }

        @Override
        public void onChange(Runnable listener) {
            // The tests say themselves when something changed.
        }

        @Override
        public String failure() {
            return null;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
