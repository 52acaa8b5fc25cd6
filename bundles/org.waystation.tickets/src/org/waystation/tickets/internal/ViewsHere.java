package org.waystation.tickets.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.SavedView;
import org.waystation.api.views.ViewDraft;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.StoreException;

/** The technician's views where the server keeps none: in this computer's encrypted file, nobody else's. */
@Component(service = ViewsHere.class)
public final class ViewsHere {

    private static final String COLLECTION = "view";

    private final Documents documents;

    @Activate
    public ViewsHere(@Reference Documents documents) {
        this.documents = documents;
    }

    List<SavedView> all() throws StoreException {
        List<SavedView> views = new ArrayList<>();
        for (Document document : documents.all(COLLECTION)) {
            views.add(read(UUID.fromString(document.key()), document.body()));
        }
        return views;
    }

    boolean has(UUID id) throws StoreException {
        return documents.find(COLLECTION, id.toString()).isPresent();
    }

    void put(UUID id, ViewDraft draft) throws StoreException {
        documents.write(List.of(new Change(COLLECTION, id.toString(), written(draft))));
    }

    void remove(UUID id) throws StoreException {
        documents.write(List.of(new Change(COLLECTION, id.toString(), null)));
    }

    private static byte[] written(ViewDraft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text :
                    List.of(draft.name().strip(), draft.lists(), draft.query(), draft.sortBy(), draft.groupBy())) {
                out.writeUTF(text);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing into memory does not fail.", e);
        }
        return bytes.toByteArray();
    }

    private static SavedView read(UUID id, byte[] body) throws StoreException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            String name = in.readUTF();
            String lists = in.readUTF();
            String query = in.readUTF();
            return new SavedView(
                    id, Optional.empty(), name, lists, query, List.of(), in.readUTF(), in.readUTF(), false);
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.CORRUPT, "A saved view cannot be read: " + id, e);
        }
    }
}
