package org.waystation.store.internal.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.search.TextQuery;
import org.waystation.store.internal.TextFeed.Place;

/**
 * The words of records in a Lucene index. It keeps no text: what was found is read from the database. Where it stands is
 * part of its commit, so it is never at odds with what is in it, whatever ends the program when.
 */
final class TextIndex implements AutoCloseable {

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String WORD = "word";
    static final String START = "start";
    static final String OPEN = "open";
    static final String ROW = "row";

    /** Beginnings of words up to this length are terms of their own: there are too many words that begin so. */
    static final int START_MAX = 3;

    private static final double BUFFER_MEBIBYTES = 24;
    private static final int COUNTED = 200;
    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType MATCHED = type(IndexOptions.DOCS, true);

    private final SealedDirectory directory;
    private final ChunkCache cache;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Place place;

    private TextIndex(SealedDirectory directory, ChunkCache cache, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.cache = cache;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.place = place(writer);
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /** @param key kept until this is closed */
    static TextIndex open(Path folder, byte[] key, int cachedChunks) throws IOException {
        Files.createDirectories(folder);
        ChunkCache cache = new ChunkCache(cachedChunks);
        SealedDirectory directory = new SealedDirectory(folder, key, cache);
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(2, 1);
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEBIBYTES).setMergeScheduler(merges));
        return new TextIndex(directory, cache, writer);
    }

    private static Place place(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return new Place(0, 0, 0);
        }
        Map<String, String> values = StreamSupport.stream(data.spliterator(), false)
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Place(
                Integer.parseInt(values.getOrDefault("generation", "0")),
                Long.parseLong(values.getOrDefault("row", "0")),
                Long.parseLong(values.getOrDefault("turn", "0")));
    }

    /** Where it stands as of the last commit. */
    Place place() {
        return place;
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    void add(long row, @Nullable EntityRecord record) throws IOException {
        Document document = record == null ? null : document(row, record);
        if (document != null) {
            writer.addDocument(document);
        }
    }

    void replace(long row, @Nullable EntityRecord record) throws IOException {
        Document document = record == null ? null : document(row, record);
        Term key = new Term(KEY, Long.toString(row, Character.MAX_RADIX));
        if (document == null) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocument(key, document);
        }
    }

    private static @Nullable Document document(long row, EntityRecord record) {
        TextOf text = TextOf.of(record).orElse(null);
        if (text == null) {
            return null;
        }
        List<String> title = Words.of(text.title());
        List<String> body = Words.of(text.body());
        Set<String> words = new HashSet<>(title);
        words.addAll(body);
        Set<String> starts = new HashSet<>();
        for (String word : words) {
            for (int length = 1; length <= Math.min(START_MAX, word.length()); length++) {
                starts.add(word.substring(0, length));
            }
        }
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(row, Character.MAX_RADIX), Field.Store.NO));
        document.add(new StringField(KIND, record.kind().code(), Field.Store.NO));
        document.add(new NumericDocValuesField(ROW, row));
        document.add(new Field(TITLE, new WordStream(title), SCORED));
        document.add(new Field(BODY, new WordStream(body), SCORED));
        document.add(new Field(WORD, new WordStream(List.copyOf(words)), MATCHED));
        document.add(new Field(START, new WordStream(List.copyOf(starts)), MATCHED));
        if (isOpen(record)) {
            document.add(new StringField(OPEN, "1", Field.Store.NO));
        }
        return document;
    }

    private static boolean isOpen(EntityRecord record) {
        Object status = record.data().get("status");
        return status != null && !status.equals("resolved") && !status.equals("closed");
    }

    /** Brings all to the disk, with where it stands, and lets it be found. */
    void commit(Place now) throws IOException {
        writer.setLiveCommitData(Map.of(
                        "generation", Integer.toString(now.generation()),
                        "row", Long.toString(now.row()),
                        "turn", Long.toString(now.turn()))
                .entrySet());
        writer.commit();
        searchers.maybeRefresh();
        place = now;
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    /** Rows that were found. */
    record Found(int generation, List<Long> rows, List<Double> ranks) {}

    Found search(TextQuery wanted, int limit, BooleanSupplier cancelled) throws IOException {
        int generation = place.generation();
        Query query = WordQuery.of(wanted).orElse(null);
        if (query == null) {
            return new Found(generation, List.of(), List.of());
        }
        IndexSearcher shared = searchers.acquire();
        try {
            IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
            searcher.setTimeout(cancelled::getAsBoolean);
            TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(limit, null, COUNTED));
            List<Long> rows = new ArrayList<>();
            List<Double> ranks = new ArrayList<>();
            for (ScoreDoc hit : top.scoreDocs) {
                rows.add(row(searcher, hit.doc));
                ranks.add((double) hit.score);
            }
            return new Found(generation, rows, ranks);
        } finally {
            searchers.release(shared);
        }
    }

    private static long row(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues rows = leaf.reader().getNumericDocValues(ROW);
        if (rows == null || !rows.advanceExact(doc - leaf.docBase)) {
            throw new IOException("An entry of the full-text index says not whose it is.");
        }
        return rows.longValue();
    }

    /** What was not committed is taken in again next time. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
        cache.clear();
    }
}
