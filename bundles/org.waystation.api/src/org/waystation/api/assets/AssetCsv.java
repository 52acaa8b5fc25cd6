package org.waystation.api.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.sync.Problem.FieldError;

/**
 * Assets from and to tables (CSV, RFC 4180). Calls return at once; a stage ends exceptionally with an
 * {@link java.io.UncheckedIOException} whose message says what to do where a file cannot be read or written.
 */
@ProviderType
public interface AssetCsv {

    /** Most lines of one table. */
    int LINES_MOST = 50_000;

    /** Reads a table as it stands, with whichever of comma, semicolon and tab it is made. */
    CompletionStage<Table> read(Path file);

    /** Which field each column means by its heading, as far as that can be told. */
    Map<Integer, String> suggest(Table table);

    /** What would come of it, line by line; nothing is kept. */
    CompletionStage<Plan> plan(Table table, Mapping mapping);

    /**
     * Keeps the lines of a plan that are right, in one transaction: all or none.
     *
     * @return what would undo the changes, in the form that {@link AssetService#change} takes, and the ids of what was made
     */
    CompletionStage<Imported> keep(Plan plan);

    /**
     * Writes all assets of a query to a file, whole or not at all. What a spreadsheet would take for a formula begins with
     * an apostrophe there, which {@link #read} takes away again.
     *
     * @return how many there were
     */
    CompletionStage<Integer> export(AssetQuery query, Path target);

    /**
     * A table.
     *
     * @param headings of its columns, in order
     */
    record Table(List<String> headings, List<Line> lines) {

        public Table {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of it.
     *
     * @param number as an editor counts them, from 1
     */
    record Line(long number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What the columns mean.
     *
     * @param fields by the column's place; those that are not named are left out
     * @param company whose assets they are where no column says so
     * @param update whether an asset that is here already, by serial or else by name, is changed rather than refused
     */
    record Mapping(Map<Integer, String> fields, Optional<UUID> company, boolean update) {

        public Mapping {
            fields = Map.copyOf(fields);
        }
    }

    /** What comes of a line. */
    enum Outcome {
        MADE,
        CHANGED,
        SAME,
        WRONG
    }

    /**
     * What comes of one line.
     *
     * @param name of the asset, for people
     * @param fields in their form on the wire
     * @param asset that is here already
     * @param errors why it is wrong; of a field of {@link #FIELDS}, or of none
     */
    record Planned(
            long line,
            Outcome outcome,
            String name,
            Map<String, @Nullable Object> fields,
            Optional<UUID> asset,
            List<FieldError> errors) {}

    /** What comes of a table, line by line. */
    record Plan(List<Planned> lines) {

        public Plan {
            lines = List.copyOf(lines);
        }

        public long count(Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    /** What was kept. */
    record Imported(List<UUID> made, List<AssetChange> undo) {}

    /** The fields that a column can mean, by name, with what they are called; properties are {@code properties.NAME}. */
    Map<String, String> FIELDS = AssetFields.all();
}
