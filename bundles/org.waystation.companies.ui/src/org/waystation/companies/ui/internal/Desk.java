package org.waystation.companies.ui.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.waystation.api.companies.CompanyService;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the company screens work with.
 *
 * @param ui runs on the UI thread
 */
public record Desk(Look look, CompanyService companies, Edits edits, RelativeTime times, Executor ui) {

    public LocalDate today() {
        return times.now().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
