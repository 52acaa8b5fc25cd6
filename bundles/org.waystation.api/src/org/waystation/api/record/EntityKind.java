package org.waystation.api.record;

import java.util.regex.Pattern;

/**
 * Kind of a record, named by its code on the wire. The set is open: a kind that a newer server knows
 * and this program does not is kept and sent back untouched.
 *
 * @param code lower camel case, 1 to 40 letters and digits, such as {@code ticket} or {@code timeEntry}
 */
public record EntityKind(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    public static final EntityKind USER = new EntityKind("user");
    public static final EntityKind COMPANY = new EntityKind("company");
    public static final EntityKind CONTACT = new EntityKind("contact");
    public static final EntityKind AGREEMENT = new EntityKind("agreement");
    public static final EntityKind ASSET = new EntityKind("asset");
    public static final EntityKind ASSET_REVISION = new EntityKind("assetRevision");
    public static final EntityKind TICKET = new EntityKind("ticket");
    public static final EntityKind NOTE = new EntityKind("note");
    public static final EntityKind TIME_ENTRY = new EntityKind("timeEntry");
    public static final EntityKind TEAM = new EntityKind("team");
    public static final EntityKind SITE = new EntityKind("site");
    public static final EntityKind ATTACHMENT = new EntityKind("attachment");
    public static final EntityKind ARTICLE = new EntityKind("article");
    public static final EntityKind ARTICLE_VERSION = new EntityKind("articleVersion");
    public static final EntityKind ALERT = new EntityKind("alert");
    public static final EntityKind SAVED_VIEW = new EntityKind("savedView");
    public static final EntityKind REMOTE_SESSION = new EntityKind("remoteSession");
    public static final EntityKind AUDIT_ENTRY = new EntityKind("auditEntry");

    public EntityKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a record kind: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
