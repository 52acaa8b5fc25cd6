package org.waystation.api.insight;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;

/**
 * Sums over the work that is held on this machine, so that they are there offline too. Every method returns at once. What
 * the sums mean is written in {@code docs/insight.md}.
 */
@ProviderType
public interface InsightService {

    /** What records of this kind's id stand for is a scope, see {@link InsightScope}; its editor shows the report. */
    EntityKind KIND = new EntityKind("insight");

    /** The id under which the editor of all companies, or of those that pay in one way, is found. */
    UUID id(InsightScope scope);

    /** The scope behind an id; a company's own id stands for that company. */
    InsightScope scope(UUID id);

    /** What a scope is called, such as "All companies" or the company's name. */
    CompletionStage<String> title(InsightScope scope);

    /** The report while it is on screen: given first, and again after the work it sums has changed. */
    LiveValue follow(InsightQuery query, Executor deliverOn, Consumer<Optional<InsightReport>> subscriber);

    CompletionStage<InsightReport> report(InsightQuery query);

    /** The time entries behind a sum, latest first. */
    CompletionStage<List<WorkEntry>> entries(InsightQuery query, EntryFilter filter, int limit);

    /** The signed-in technician's week so far; empty where nobody was signed in yet. */
    CompletionStage<Optional<WeekShare>> week();

    /** Calls the listener, on a thread of the store, after work or tickets have changed. */
    AutoCloseable onChange(Runnable listener);

    /** Writes a report in one of the forms; closes nothing. */
    CompletionStage<Void> write(InsightReport report, Form form, OutputStream out);

    /** What a report can be written as. */
    enum Form {
        PDF,
        CSV
    }
}
