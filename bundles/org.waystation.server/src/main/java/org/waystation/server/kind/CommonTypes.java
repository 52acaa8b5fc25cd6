package org.waystation.server.kind;

import java.util.List;
import org.waystation.api.domain.Term;
import org.waystation.api.record.EntityKind;
import org.waystation.server.kind.FieldType.Properties;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Texts;
import org.waystation.server.kind.FieldType.Word;

/** Types that fields of several kinds share. */
final class CommonTypes {

    static final Text NAME = new Text(1, 200);
    static final Text LINE = new Text(0, 200);
    static final Text SHORT = new Text(0, 100);
    static final Text PHONE = new Text(0, 50);
    static final Text EMAIL = new Text(0, 254);
    static final Text REMARKS = new Text(0, 5_000);
    static final Texts TAGS = new Texts(20, 50);
    static final Properties CUSTOM_FIELDS = new Properties(200, 100, 2_000);
    static final Structure MONEY = Structure.of(
            FieldDefinition.required("amount", Matching.AMOUNT),
            FieldDefinition.required("currency", Matching.CURRENCY));

    private CommonTypes() {}

    static Word words(List<? extends Term> known) {
        return new Word(known.stream().map(Term::code).toList());
    }

    /** A set of ids. */
    static ListOf ids(EntityKind target, int max) {
        return new ListOf(new Reference(target), max);
    }
}
