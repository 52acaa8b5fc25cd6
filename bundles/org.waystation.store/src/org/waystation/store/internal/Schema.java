package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import org.waystation.store.StoreException;

/** Brings a database file to the format that this program knows; a newer one is left alone. */
final class Schema {

    /** Takes a file from one format to the next. */
    @FunctionalInterface
    interface Step {
        void run(Session session) throws SQLException, StoreException;
    }

    /** Step i leads to format i + 1. Steps are never changed once released; a new format is a new step. */
    private static final List<Step> STEPS = List.of(
            Schema::first,
            DocumentTable::create,
            Schema::third,
            Schema::fourth,
            Schema::fifth,
            UploadTable::create,
            Schema::seventh,
            Generation::addActions,
            TextChanges::create,
            Schema::tenth);

    private final List<Step> steps;

    Schema() {
        this(STEPS);
    }

    Schema(List<Step> steps) {
        this.steps = steps;
    }

    /** What {@code PRAGMA user_version} says of a file that needs no step. */
    int current() {
        return steps.size();
    }

    static int found(Session session) throws SQLException, StoreException {
        return session.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }

    /** Runs the steps that are missing, all in one transaction. */
    void migrate(Session session, Faults faults) throws SQLException, StoreException {
        int found = found(session);
        if (found > current()) {
            throw faults.newerSchema(found, current());
        }
        if (found == current()) {
            return;
        }
        session.begin();
        try {
            for (Step step : steps.subList(found, steps.size())) {
                step.run(session);
            }
            if (found > 0) {
                // Its tables are of the old format; it comes again.
                new Meta(session).forgetUnfinished();
            }
            session.execute("PRAGMA user_version = " + current());
            session.commit();
        } catch (SQLException | StoreException | RuntimeException e) {
            session.rollBack();
            throw e;
        }
    }

    private static void third(Session session) throws SQLException, StoreException {
        TicketProjection.forgetPausedDues(session, new Meta(session).generation());
    }

    private static void fourth(Session session) throws SQLException, StoreException {
        AssetProjection.fill(session, new Meta(session).generation());
    }

    private static void fifth(Session session) throws SQLException, StoreException {
        FactProjection.fill(session, new Meta(session).generation());
    }

    private static void seventh(Session session) throws SQLException, StoreException {
        ArticleProjection.fill(session, new Meta(session).generation());
    }

    private static void tenth(Session session) throws SQLException, StoreException {
        TicketProjection.reshape(session, new Meta(session).generation());
    }

    private static void first(Session session) throws SQLException {
        Meta.create(session);
        OperationTable.create(session);
        Generation generation = new Generation(1);
        generation.create(session);
        new Meta(session).saveGeneration(generation);
    }
}
