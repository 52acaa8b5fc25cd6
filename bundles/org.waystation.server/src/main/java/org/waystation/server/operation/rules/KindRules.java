package org.waystation.server.operation.rules;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.RecordWrite;

/**
 * What is particular to a kind. Every method may throw {@link ProblemException} to refuse
 * the edit.
 */
public interface KindRules {

    /** Fills in what the server knows before the record is held against its declaration. */
    default void complete(EditContext edit) throws SQLException {}

    /** Looks at the record when its fields and references are known to be right. */
    default void check(EditContext edit) throws SQLException {}

    /** What the edit changes in the record's parent. */
    default Optional<RecordWrite> touchParent(EditContext edit) {
        return Optional.empty();
    }

    /** What is written together with the record, after it. */
    default List<RecordWrite> alongside(EditContext edit) {
        return List.of();
    }

    /** Whether the caller may delete the record. */
    default void checkDelete(EditContext edit) {}
}
