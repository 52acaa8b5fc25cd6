package org.waystation.samples.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FragmentTest {

    /** The compiler does not see the fragment: a class that was renamed would only be missed in the window. */
    @Test
    void theEditorNamedInTheFragmentIsThere() throws Exception {
        try (InputStream in = AssetSheet.class.getResourceAsStream("/fragment.e4xmi")) {
            Element fragment = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            Element editor = (Element) fragment.getElementsByTagName("elements").item(0);
            String uri = editor.getAttribute("contributionURI");
            assertEquals(AssetSheet.class.getName(), uri.substring(uri.lastIndexOf('/') + 1));
        }
    }
}
