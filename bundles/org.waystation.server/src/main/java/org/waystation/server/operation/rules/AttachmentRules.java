package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import org.waystation.server.file.Blobs;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/** An attachment names its owner's kind rightly, and its file without a path. */
final class AttachmentRules implements KindRules {

    @Override
    public void complete(EditContext edit) throws SQLException {
        ObjectNode data = edit.data();
        if (edit.before().isEmpty()) {
            data.put("uploadedBy", edit.caller().id().toString());
            if (!data.hasNonNull("createdAt")) {
                data.put("createdAt", wire(edit.performedAt()));
            }
            String sha256 = data.path("sha256").asText();
            Blobs.Blob blob = edit.ledger()
                    .blob(sha256, edit.caller().id())
                    .orElseThrow(() -> new ProblemException(ProblemCode.BLOB_MISSING, "Upload it first."));
            data.put("size", blob.size());
            data.put("mediaType", blob.mediaType());
            edit.parent()
                    .filter(owner -> !data.hasNonNull("ownerKind"))
                    .ifPresent(owner -> data.put("ownerKind", owner.kind().code()));
        } else {
            Ownership.require(edit, "uploadedBy");
        }
    }

    @Override
    public void checkDelete(EditContext edit) {
        Ownership.require(edit, "uploadedBy");
    }

    @Override
    public void check(EditContext edit) {
        ObjectNode data = edit.data();
        boolean right = edit.parent()
                .filter(owner ->
                        owner.kind().code().equals(data.path("ownerKind").asText()))
                .isPresent();
        if (!right) {
            throw ProblemException.ofField("ownerKind", "wrong_kind", "is not the kind of the record it belongs to");
        }
        if (!FileNames.isPlain(data.path("name").asText())) {
            throw ProblemException.ofField(
                    "name",
                    "not_a_file_name",
                    "must be a file name without folders, control characters or ends in dots");
        }
        boolean sameContent = edit.before()
                .map(before -> before.data().path("sha256").equals(data.path("sha256")))
                .orElse(true);
        if (!sameContent) {
            throw ProblemException.ofField("sha256", "not_changeable", "is another file; attach it as a new one");
        }
    }
}
