package org.waystation.sync.ui.internal.scope;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.waystation.api.sync.SyncScope;

/** What is being chosen. */
final class ScopeDraft {

    private boolean myWork;
    private boolean everyCompany;
    private final Set<UUID> companies = new TreeSet<>();
    private Optional<Integer> days;
    private int megabytes;

    ScopeDraft(SyncScope from) {
        myWork = from.myWork();
        everyCompany = from.everyCompany();
        companies.addAll(from.companies());
        days = from.days();
        megabytes = from.attachmentMegabytes();
    }

    SyncScope scope() {
        return new SyncScope(myWork, everyCompany, companies, days, megabytes);
    }

    boolean everyCompany() {
        return everyCompany;
    }

    boolean isPinned(UUID company) {
        return companies.contains(company);
    }

    int pinned() {
        return companies.size();
    }

    void myWork(boolean now) {
        myWork = now;
    }

    void everyCompany(boolean now) {
        everyCompany = now;
    }

    void pin(UUID company, boolean now) {
        if (now) {
            companies.add(company);
        } else {
            companies.remove(company);
        }
    }

    void days(Optional<Integer> now) {
        days = now;
    }

    void megabytes(int now) {
        megabytes = now;
    }
}
