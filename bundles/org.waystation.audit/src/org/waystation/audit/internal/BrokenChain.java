package org.waystation.audit.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.Outbox;

/**
 * Where the server has less of this machine's chain than it once said, since it was restored from a backup, sends the
 * rest again. Where it has more, or another one, the entry stays refused with its reason, for somebody to look into.
 */
final class BrokenChain {

    private static final Logger LOG = System.getLogger(BrokenChain.class.getName());
    private static final String BROKEN = "chain_broken";
    private static final Pattern NEXT = Pattern.compile("must be ([1-9][0-9]{0,17})");

    private final StoredAuditTrail trail;
    private final Outbox outbox;

    /** Where it was sent from last: a second refusal at the same place is no matter of a backup. */
    private long sentFrom = -1;

    BrokenChain(StoredAuditTrail trail, Outbox outbox) {
        this.trail = trail;
        this.outbox = outbox;
    }

    /** Whether something is sent again. */
    synchronized boolean look() throws IOException {
        for (PendingOperation pending : outbox.pending()) {
            OptionalLong next = pending.operation().kind().equals(EntityKind.AUDIT_ENTRY)
                    ? pending.parked().map(BrokenChain::next).orElse(OptionalLong.empty())
                    : OptionalLong.empty();
            if (next.isPresent() && next.getAsLong() != sentFrom) {
                sentFrom = next.getAsLong();
                LOG.log(Level.INFO, "The server has the audit trail of this machine up to " + (sentFrom - 1));
                trail.sendFrom(sentFrom);
                return true;
            }
        }
        return false;
    }

    /** The place of the entry that the server takes next. */
    private static OptionalLong next(Problem problem) {
        return problem.errors().stream()
                .filter(error -> problem.code().equals(BROKEN) && error.field().equals("position"))
                .map(error -> NEXT.matcher(error.detail()))
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .findFirst();
    }
}
