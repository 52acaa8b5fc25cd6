package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Uploads;
import org.waystation.store.internal.Database.Durability;

/** Uploads in the database's file; what shows of them touches the attachment, so that who shows it looks again. */
@Component(service = Uploads.class)
public final class StoredUploads implements Uploads {

    private final Database database;

    @Activate
    public StoredUploads(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Upload> waiting() throws StoreException {
        return database.read(snapshot -> new UploadTable(snapshot.session()).all());
    }

    @Override
    public Optional<Upload> find(UUID attachmentId) throws StoreException {
        return database.read(snapshot -> new UploadTable(snapshot.session()).ofAttachment(attachmentId));
    }

    @Override
    public void located(UUID operationId, Optional<String> location) throws StoreException {
        // Where a loss of power undoes it, the content goes to another place: slower, and nothing worse.
        database.write(Durability.NORMAL, transaction -> {
            new UploadTable(transaction.session()).locate(operationId, location.orElse(null));
            return true;
        });
    }

    @Override
    public void failed(UUID operationId, String problem) throws StoreException {
        change(operationId, table -> table.problem(operationId, problem));
    }

    @Override
    public void retry(UUID operationId) throws StoreException {
        change(operationId, table -> table.problem(operationId, null));
    }

    @Override
    public void done(UUID operationId) throws StoreException {
        change(operationId, table -> table.remove(operationId));
    }

    /** Changes the table. */
    @FunctionalInterface
    private interface Change {
        void run(UploadTable table) throws SQLException;
    }

    private void change(UUID operationId, Change change) throws StoreException {
        database.write(Durability.FULL, transaction -> {
            UploadTable table = new UploadTable(transaction.session());
            Optional<Upload> upload = table.of(operationId);
            if (upload.isPresent()) {
                change.run(table);
                transaction.touch(
                        new RecordRef(EntityKind.ATTACHMENT, upload.get().attachmentId()));
            }
            return true;
        });
    }
}
