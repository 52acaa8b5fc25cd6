package org.waystation.server.sample;

import static org.waystation.server.kind.FieldType.Moment.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.record.EntityKind;

/**
 * Makes the knowledge base from a text resource: a line {@code ## title | scope | tags} begins an article, what follows
 * is its text. Articles of scope {@code each} are written for every customer, with its name and network filled in.
 */
final class ArticleMaker {

    private static final List<AssetKind> SERVERS = List.of(AssetKind.SERVER);

    /** An article as the resource tells it. */
    private record Text(String title, String scope, List<String> tags, String body) {}

    private final RecordMaker maker;
    private final SampleStaff staff;
    private final Instant now;
    private final SplittableRandom random;

    ArticleMaker(RecordMaker maker, SampleStaff staff, Instant now, long seed) {
        this.maker = maker;
        this.staff = staff;
        this.now = now;
        this.random = new SplittableRandom(~seed);
    }

    void write(List<SampleCompany> companies) {
        for (Text text : read()) {
            if (text.scope().equals("each")) {
                companies.forEach(company -> write(text, Optional.of(company)));
            } else {
                write(text, Optional.empty());
            }
        }
    }

    private void write(Text text, Optional<SampleCompany> company) {
        Instant made = now.minus(Duration.ofDays(30 + random.nextInt(300)));
        Instant changed = made.plus(Duration.ofDays(random.nextInt(28)));
        UUID id = SampleIds.make(made, random);
        SampleUser author = Surroundings.pick(staff.technicians(), random);
        String body = company.map(customer -> fill(text.body(), customer)).orElse(text.body());
        String title = company.map(customer -> fill(text.title(), customer)).orElse(text.title());
        boolean revised = random.nextBoolean();
        Optional<UUID> companyId = company.map(SampleCompany::id);
        maker.make(EntityKind.ARTICLE, id, companyId, json -> {
            if (company.isPresent()) {
                json.writeStringField("companyId", company.get().id().toString());
                AgreementMaker.texts(
                        json,
                        "assetIds",
                        List.of(company.get().device(SERVERS, random).id().toString()));
            }
            json.writeStringField("title", title);
            json.writeStringField("body", body);
            boolean shown = company.isPresent() && text.tags().contains("customer");
            json.writeStringField(
                    "visibility", (shown ? ArticleVisibility.COMPANY : ArticleVisibility.INTERNAL).code());
            json.writeStringField("state", ArticleState.PUBLISHED.code());
            json.writeStringField(
                    "reviewOn",
                    changed.atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusMonths(6 + random.nextInt(6))
                            .toString());
            json.writeStringField("ownerId", author.id().toString());
            json.writeNumberField("revision", revised ? 2 : 1);
            AgreementMaker.texts(json, "tags", text.tags());
            json.writeStringField("createdAt", wire(made));
            json.writeStringField("updatedAt", wire(revised ? changed : made));
            json.writeStringField("updatedBy", author.id().toString());
        });
        if (revised) {
            // What it said before somebody added the last paragraph.
            int last = body.lastIndexOf("\n\n");
            version(id, companyId, 1, title, last < 0 ? body : body.substring(0, last), author, made);
        }
        version(id, companyId, revised ? 2 : 1, title, body, author, revised ? changed : made);
    }

    private void version(
            UUID articleId,
            Optional<UUID> companyId,
            int revision,
            String title,
            String body,
            SampleUser author,
            Instant at) {
        maker.make(EntityKind.ARTICLE_VERSION, SampleIds.make(at, random), companyId, json -> {
            json.writeStringField("articleId", articleId.toString());
            json.writeNumberField("revision", revision);
            json.writeStringField("title", title);
            json.writeStringField("body", body);
            json.writeStringField("authorId", author.id().toString());
            json.writeStringField("createdAt", wire(at));
        });
    }

    private static String fill(String text, SampleCompany company) {
        return text.replace("{company}", company.name())
                .replace("{domain}", company.domain())
                .replace("{network}", company.network())
                .replace("{city}", company.city());
    }

    private static List<Text> read() {
        List<Text> texts = new ArrayList<>();
        List<String> body = new ArrayList<>();
        String[] head = {};
        for (String line : Pools.lines("articles.txt")) {
            if (line.startsWith("## ") && line.contains(" | ")) {
                add(texts, head, body);
                head = line.substring(3).split(" \\| ");
                body = new ArrayList<>();
            } else {
                body.add(line);
            }
        }
        add(texts, head, body);
        return texts;
    }

    private static void add(List<Text> texts, String[] head, List<String> body) {
        if (head.length > 0) {
            texts.add(new Text(
                    head[0],
                    head[1],
                    Arrays.asList(head[2].split(",")),
                    body.stream().collect(Collectors.joining("\n")).strip() + "\n"));
        }
    }
}
